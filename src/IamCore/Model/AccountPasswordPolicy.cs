namespace IamCore.Model;

/// <summary>
/// The rules an account sets for its users' passwords (CR-005). They bind when a password is set; only expiry looks at existing ones
/// (CR-010, CR-012). The default value is what an update with nothing given makes.
/// </summary>
public sealed record AccountPasswordPolicy
{
    /// <summary>Least number of characters, 6 to 128.</summary>
    /// <value>6</value>
    public int MinimumPasswordLength { get; init; } = 6;

    /// <summary>At least one of <c>A–Z</c>.</summary>
    public bool RequireUppercaseCharacters { get; init; }

    /// <summary>At least one of <c>a–z</c>.</summary>
    public bool RequireLowercaseCharacters { get; init; }

    /// <summary>At least one of <c>0–9</c>.</summary>
    public bool RequireNumbers { get; init; }

    /// <summary>At least one of the symbols of CR-005.</summary>
    public bool RequireSymbols { get; init; }

    /// <summary>Lets every user change the own password without a policy that says so (CR-015).</summary>
    public bool AllowUsersToChangePassword { get; init; }

    /// <summary>Days until a password expires, 1 to 1095; 0 for never (CR-012).</summary>
    public int MaxPasswordAge { get; init; }

    /// <summary>How many passwords, the current one counted, a new one must differ from, 1 to 24; 0 for none (CR-011).</summary>
    public int PasswordReusePrevention { get; init; }

    /// <summary>Whether an expired password refuses sign-in instead of demanding a change (CR-014).</summary>
    public bool HardExpiry { get; init; }

    /// <summary>Whether passwords expire at all.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool ExpirePasswords => MaxPasswordAge > 0;

    /// <summary>When a password set at that time expires under this policy; <see langword="null"/> for never (CR-012).</summary>
    public DateTimeOffset? ExpiryOf(DateTimeOffset lastChanged) => ExpirePasswords ? lastChanged.AddDays(MaxPasswordAge) : null;
}
