namespace IamCore.Policies.Linting;

/// <summary>What is said of service prefixes that a catalog lacks.</summary>
public enum CatalogMode : byte
{
    /// <summary>Nothing.</summary>
    Open,

    /// <summary>That they are unknown.</summary>
    Closed,
}
