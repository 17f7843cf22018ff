using System.Text.Json.Serialization;
using IamCore.Credentials.Passwords;

namespace IamCore.Model;

/// <summary>A user name and password, or an API key, for one service (CR-068).</summary>
public sealed record ServiceSpecificCredential : Credential
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.ServiceSpecificCredential;

    /// <summary>The service it is good for, for example <c>codecommit.amazonaws.com</c>.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The user name, or the alias of an API key. It stays when the user is renamed (CR-071).</summary>
    public required string ServiceUserName { get; init; }

    /// <summary>The hash, as <see cref="IPasswordHasher"/> made it (CR-072).</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Whether it can be used; <see cref="StatusAt"/> tells whether its time has passed.</summary>
    public CredentialStatus Status { get; init; }

    /// <summary>When it ends, UTC; <see langword="null"/> for never (CR-069).</summary>
    public DateTimeOffset? Expiration { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [KeyOf(Account, ServiceName, ServiceUserName)];

    /// <summary>The unique key of a user name at a service of an account.</summary>
    public static string KeyOf(AccountId account, string serviceName, string serviceUserName) =>
        $"{account}/service-user/{serviceName}/{DirectoryKeys.Fold(serviceUserName)}";

    /// <summary>The status at a time: after its age it is <see cref="CredentialStatus.Expired"/> (CR-069).</summary>
    public CredentialStatus StatusAt(DateTimeOffset now) => now >= Expiration ? CredentialStatus.Expired : Status;

    /// <summary>Its id; the hash is not shown (CR-107).</summary>
    public override string ToString() => Key.ToString();
}
