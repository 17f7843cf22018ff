namespace IamCore.Model;

/// <summary>
/// An account's password policy for its users (CR-005). It applies when a password is set; only the maximum age affects existing
/// passwords (CR-010, CR-012). The
/// default value is the policy that results from an update without parameters.
/// </summary>
public sealed record AccountPasswordPolicy
{
    /// <summary>The minimum length in characters, from 6 to 128.</summary>
    /// <value>6</value>
    public int MinimumPasswordLength { get; init; } = 6;

    /// <summary>Whether passwords require at least one upper-case letter <c>A–Z</c>.</summary>
    public bool RequireUppercaseCharacters { get; init; }

    /// <summary>Whether passwords require at least one lower-case letter <c>a–z</c>.</summary>
    public bool RequireLowercaseCharacters { get; init; }

    /// <summary>Whether passwords require at least one digit <c>0–9</c>.</summary>
    public bool RequireNumbers { get; init; }

    /// <summary>Whether passwords require at least one symbol (CR-005).</summary>
    public bool RequireSymbols { get; init; }

    /// <summary>Whether all users may change their own password, even without a policy that allows it (CR-015).</summary>
    public bool AllowUsersToChangePassword { get; init; }

    /// <summary>The number of days after which a password expires, from 1 to 1095; 0 if passwords do not expire (CR-012).</summary>
    public int MaxPasswordAge { get; init; }

    /// <summary>
    /// The number of previous passwords, including the current one, that cannot be reused, from 1 to 24; 0 to allow reuse (CR-011).
    /// </summary>
    public int PasswordReusePrevention { get; init; }

    /// <summary>Whether users with an expired password cannot sign in, instead of having to change the password (CR-014).</summary>
    public bool HardExpiry { get; init; }

    /// <summary>Whether passwords expire.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool ExpirePasswords => MaxPasswordAge > 0;

    /// <summary>Returns when a password expires under this policy (CR-012).</summary>
    /// <param name="lastChanged">When the password was set.</param>
    /// <returns>The time of expiry; <see langword="null"/> if passwords do not expire.</returns>
    public DateTimeOffset? ExpiryOf(DateTimeOffset lastChanged) => ExpirePasswords ? lastChanged.AddDays(MaxPasswordAge) : null;
}
