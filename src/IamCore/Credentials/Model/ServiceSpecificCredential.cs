using System.Text.Json.Serialization;

namespace IamCore;

/// <summary>A user name and password, or an API key, for one service (CR-068).</summary>
public sealed record ServiceSpecificCredential : Credential
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.ServiceSpecificCredential;

    /// <summary>The service, for example <c>codecommit.amazonaws.com</c>.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The user name at the service, or the alias of an API key; stays when the user is renamed (CR-071).</summary>
    public required string ServiceUserName { get; init; }

    /// <summary>The hash of the password or key (CR-072).</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Whether it can be used.</summary>
    public CredentialStatus Status { get; init; }

    /// <summary>When it can be used no more; <see langword="null"/> for never (CR-069).</summary>
    public DateTimeOffset? ExpirationDate { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [KeyOf(Account, ServiceName, ServiceUserName)];

    /// <summary>The status at a time: an active one is expired once its age has passed.</summary>
    public CredentialStatus StatusAt(DateTimeOffset now) =>
        Status == CredentialStatus.Active && ExpirationDate <= now ? CredentialStatus.Expired : Status;

    internal static string KeyOf(AccountId account, string service, string userName) => $"{account}/service-user/{service}/{DirectoryKeys.Fold(userName)}";

    /// <summary>The id; the hash is not shown (CR-107).</summary>
    public override string ToString() => Key.ToString();
}
