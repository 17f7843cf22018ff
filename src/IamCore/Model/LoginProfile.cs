using System.Text.Json.Serialization;
using IamCore.Credentials.Passwords;

namespace IamCore.Model;

/// <summary>The password of a user or of root (CR-018). Its id is the owner's; there is at most one.</summary>
public sealed record LoginProfile : Credential
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.LoginProfile;

    /// <summary>The hash, as <see cref="IPasswordHasher"/> made it (CR-104).</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Raised by each new password; what was begun with a former one does not go on (CR-025).</summary>
    public required int PasswordVersion { get; init; }

    /// <summary>When the password was set, UTC (CR-012).</summary>
    public required DateTimeOffset PasswordLastChanged { get; init; }

    /// <summary>Whether the user must change it at the next sign-in.</summary>
    public bool PasswordResetRequired { get; init; }

    /// <summary>When a sign-in with it was last completed; <see langword="null"/> for never (CR-028).</summary>
    public DateTimeOffset? PasswordLastUsed { get; init; }

    /// <summary>Hashes of former passwords, newest first, at most 24 (CR-011).</summary>
    public ValueList<string> FormerPasswords { get; init => field = value ?? ValueList<string>.Empty; } = ValueList<string>.Empty;

    /// <summary>The key of an owner's profile.</summary>
    public static ObjectKey KeyOf(ObjectKey owner) => new(ObjectKind.LoginProfile, owner.Id);

    /// <summary>The owner's id; hashes are not shown (CR-107).</summary>
    public override string ToString() => Key.ToString();
}
