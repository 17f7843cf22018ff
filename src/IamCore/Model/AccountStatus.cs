namespace IamCore.Model;

/// <summary>Whether an account can be used (ID-015).</summary>
public enum AccountStatus : byte
{
    /// <summary>Not yet said; nothing can authenticate.</summary>
    Unknown,

    /// <summary>In use.</summary>
    Active,

    /// <summary>Nothing can authenticate until it is made active again (ID-026).</summary>
    Suspended,

    /// <summary>Nothing can authenticate any more (ID-025).</summary>
    Closed,
}
