using System.Text.Json.Serialization;
using IamCore.Credentials.Passwords;

namespace IamCore.Model;

/// <summary>
/// The password of a user or root user (CR-018). <see cref="DirectoryObject.Id"/> is the owner's id; there is at most one.
/// </summary>
public sealed record LoginProfile : Credential
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.LoginProfile;

    /// <summary>The hash produced by <see cref="IPasswordHasher"/> (CR-104).</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Incremented with every new password, which invalidates sign-ins that were begun with an earlier one (CR-025).</summary>
    public required int PasswordVersion { get; init; }

    /// <summary>When the password was set, UTC (CR-012).</summary>
    public required DateTimeOffset PasswordLastChanged { get; init; }

    /// <summary>Whether the user must change the password at the next sign-in.</summary>
    public bool PasswordResetRequired { get; init; }

    /// <summary>When the password was last used to sign in, UTC; <see langword="null"/> if never (CR-028).</summary>
    public DateTimeOffset? PasswordLastUsed { get; init; }

    /// <summary>Hashes of previous passwords, newest first, at most 24 (CR-011).</summary>
    public ValueList<string> FormerPasswords { get; init => field = value ?? ValueList<string>.Empty; } = ValueList<string>.Empty;

    /// <summary>Returns the key of an owner's login profile.</summary>
    public static ObjectKey KeyOf(ObjectKey owner) => new(ObjectKind.LoginProfile, owner.Id);

    /// <summary>Returns the owner's id. Hashes are not included (CR-107).</summary>
    /// <returns>The kind and the id.</returns>
    public override string ToString() => Key.ToString();
}
