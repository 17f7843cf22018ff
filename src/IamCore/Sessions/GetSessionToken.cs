namespace IamCore.Sessions;

/// <summary>What a user or root passes for temporary credentials of its own (ST-076 to ST-079).</summary>
public sealed record GetSessionToken
{
    /// <summary>900 to 129600; for root anything above 3600 is cut (ST-078).</summary>
    /// <value>43200, for root 3600</value>
    public int? DurationSeconds { get; init; }

    /// <summary>A TOTP device of the caller.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Its code.</summary>
    public string? TokenCode { get; init; }

    /// <summary>The name of the operation; the code is not shown (CR-107).</summary>
    public override string ToString() => nameof(GetSessionToken);
}
