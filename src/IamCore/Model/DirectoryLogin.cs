using System.Text.Json.Serialization;
using IamCore.Credentials.Passwords;

namespace IamCore.Model;

/// <summary>How a directory user signs in. Its id is the user's; each user has one, be it without a password (ST-136).</summary>
public sealed record DirectoryLogin : CenterObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.DirectoryLogin;

    /// <summary>The hash, as <see cref="IPasswordHasher"/> made it (CR-104); <see langword="null"/> before there is a password.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Raised by each new password and each new address: invitations and challenges made before are void.</summary>
    public int Version { get; init; }

    /// <summary>When the password was set, UTC; <see langword="null"/> before there is one.</summary>
    public DateTimeOffset? PasswordLastChanged { get; init; }

    /// <summary>Whether the user must change the password at the next sign-in.</summary>
    public bool PasswordResetRequired { get; init; }

    /// <summary>Hashes of the passwords before, newest first, at most two: with the present one the last three (ST-136).</summary>
    public ValueList<string> FormerPasswords { get; init => field = value ?? ValueList<string>.Empty; } = ValueList<string>.Empty;

    /// <summary>Fingerprints of what the user marked as trusted, newest first, at most 20; hashed (ST-148).</summary>
    public ValueList<string> TrustedContexts { get; init => field = value ?? ValueList<string>.Empty; } = ValueList<string>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<ObjectReference> References => [new(Relation.Credential, new(ObjectKind.DirectoryUser, Id))];

    /// <summary>The key of a user's login.</summary>
    public static ObjectKey KeyOf(string userId) => new(ObjectKind.DirectoryLogin, userId);

    /// <summary>The user's id; hashes are not shown (CR-107).</summary>
    public override string ToString() => Key.ToString();
}
