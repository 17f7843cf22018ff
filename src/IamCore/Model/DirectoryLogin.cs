using System.Text.Json.Serialization;
using IamCore.Credentials.Passwords;

namespace IamCore.Model;

/// <summary>
/// The sign-in of an Identity Center user. <see cref="DirectoryObject.Id"/> is the user's id; every user has exactly one, even without a
/// password (ST-136).
/// </summary>
public sealed record DirectoryLogin : CenterObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.DirectoryLogin;

    /// <summary>
    /// The hash produced by <see cref="IPasswordHasher"/> (CR-104); <see langword="null"/> if no password has been set.
    /// </summary>
    public string? PasswordHash { get; init; }

    /// <summary>
    /// Incremented whenever the password or the e-mail address changes, which invalidates earlier invitations and challenges.
    /// </summary>
    public int Version { get; init; }

    /// <summary>When the password was set, UTC; <see langword="null"/> if no password has been set.</summary>
    public DateTimeOffset? PasswordLastChanged { get; init; }

    /// <summary>Whether the user must change the password at the next sign-in.</summary>
    public bool PasswordResetRequired { get; init; }

    /// <summary>
    /// Hashes of the previous passwords, newest first, at most two: the last three passwords cannot be reused (ST-136).
    /// </summary>
    public ValueList<string> FormerPasswords { get; init => field = value ?? ValueList<string>.Empty; } = ValueList<string>.Empty;

    /// <summary>Hashed fingerprints of the contexts that the user marked as trusted, newest first, at most 20 (ST-148).</summary>
    public ValueList<string> TrustedContexts { get; init => field = value ?? ValueList<string>.Empty; } = ValueList<string>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<ObjectReference> References => [new(Relation.Credential, new(ObjectKind.DirectoryUser, Id))];

    /// <summary>Returns the key of a user's sign-in.</summary>
    public static ObjectKey KeyOf(string userId) => new(ObjectKind.DirectoryLogin, userId);

    /// <summary>Returns the user's id. Hashes are not included (CR-107).</summary>
    /// <returns>The kind and the id.</returns>
    public override string ToString() => Key.ToString();
}
