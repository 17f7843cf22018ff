namespace IamCore.Model;

/// <summary>The status of an account (ID-015).</summary>
public enum AccountStatus : byte
{
    /// <summary>Not set; no credentials of the account are accepted.</summary>
    Unknown,

    /// <summary>The account is active.</summary>
    Active,

    /// <summary>No credentials of the account are accepted until it is reactivated (ID-026).</summary>
    Suspended,

    /// <summary>No credentials of the account are accepted any more (ID-025).</summary>
    Closed,
}
