using System.Text.Json.Serialization;
using IamCore.Credentials.Passwords;

namespace IamCore.Model;

/// <summary>A user name and password, or an API key, for one service (CR-068).</summary>
public sealed record ServiceSpecificCredential : Credential
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.ServiceSpecificCredential;

    /// <summary>The service that accepts the credential, for example <c>codecommit.amazonaws.com</c>.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The user name, or the alias of an API key. It does not change when the user is renamed (CR-071).</summary>
    public required string ServiceUserName { get; init; }

    /// <summary>The hash produced by <see cref="IPasswordHasher"/> (CR-072).</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Whether the credential can be used. Use <see cref="StatusAt"/> to take expiry into account.</summary>
    public CredentialStatus Status { get; init; }

    /// <summary>When the credential expires, UTC; <see langword="null"/> if it does not expire (CR-069).</summary>
    public DateTimeOffset? Expiration { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [KeyOf(Account, ServiceName, ServiceUserName)];

    /// <summary>Returns the unique key of a user name at a service.</summary>
    public static string KeyOf(AccountId account, string serviceName, string serviceUserName) =>
        $"{account}/service-user/{serviceName}/{DirectoryKeys.Fold(serviceUserName)}";

    /// <summary>Returns the status at a time, <see cref="CredentialStatus.Expired"/> after <see cref="Expiration"/> (CR-069).</summary>
    public CredentialStatus StatusAt(DateTimeOffset now) => now >= Expiration ? CredentialStatus.Expired : Status;

    /// <summary>Returns the id. The hash is not included (CR-107).</summary>
    /// <returns>The kind and the id.</returns>
    public override string ToString() => Key.ToString();
}
