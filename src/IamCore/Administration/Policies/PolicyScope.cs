namespace IamCore.Administration.Policies;

/// <summary>Which managed policies a list is of (ID-148).</summary>
public enum PolicyScope : byte
{
    /// <summary>Both.</summary>
    All,

    /// <summary>Predefined ones.</summary>
    AWS,

    /// <summary>Customer managed ones.</summary>
    Local,
}
