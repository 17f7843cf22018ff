namespace IamCore.Administration.Policies;

/// <summary>Selects the managed policies to list (ID-148).</summary>
public enum PolicyScope : byte
{
    /// <summary>Customer managed and predefined policies.</summary>
    All,

    /// <summary>Predefined policies only.</summary>
    AWS,

    /// <summary>Customer managed policies only.</summary>
    Local,
}
