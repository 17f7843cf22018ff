using System.Globalization;
using System.Security.Cryptography;
using IamCore.Administration;
using IamCore.Credentials;
using IamCore.Errors;

namespace IamCore;

/// <summary>A new credential for one service with its secret, which no other call ever gives (CR-004, CR-068). The text form hides it.</summary>
/// <param name="Credential">What lists tell of it.</param>
/// <param name="ServicePassword">The password, 44 characters; <see langword="null"/> of an API key.</param>
/// <param name="ServiceCredentialSecret">The API key, 44 characters; <see langword="null"/> of a user name and password.</param>
public sealed record NewServiceSpecificCredential(
    ServiceSpecificCredentialDescription Credential, string? ServicePassword, string? ServiceCredentialSecret)
{
    /// <summary>The credential's id (CR-107).</summary>
    public override string ToString() => Credential.ServiceSpecificCredentialId;
}

/// <summary>What lists tell of a credential for one service (CR-070).</summary>
/// <param name="UserName">The user; <see langword="null"/> for root.</param>
/// <param name="ServiceSpecificCredentialId"><c>ACCA…</c></param>
/// <param name="ServiceName">The service.</param>
/// <param name="ServiceUserName">The user name at the service; <see langword="null"/> of an API key.</param>
/// <param name="ServiceCredentialAlias">The name of an API key; <see langword="null"/> of a user name and password.</param>
/// <param name="Status">Whether it can be used, its age counted (CR-069).</param>
/// <param name="CreateDate">When it was made, UTC.</param>
/// <param name="ExpirationDate">When it ends, UTC; <see langword="null"/> for never.</param>
public sealed record ServiceSpecificCredentialDescription(
    string? UserName,
    string ServiceSpecificCredentialId,
    string ServiceName,
    string? ServiceUserName,
    string? ServiceCredentialAlias,
    CredentialStatus Status,
    DateTimeOffset CreateDate,
    DateTimeOffset? ExpirationDate);

/// <summary>Gives a user a credential for one service (CR-068).</summary>
/// <param name="UserName">The user.</param>
/// <param name="ServiceName">A service that <see cref="CredentialOptions.CredentialServices"/> names.</param>
public sealed record CreateServiceSpecificCredential(string UserName, string ServiceName) : IamCommand<NewServiceSpecificCredential>
{
    /// <summary>Days until it ends, 1 to 36600; only for services that take API keys (CR-069). <see langword="null"/> for never.</summary>
    public int? CredentialAgeDays { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        CredentialOwner.Check(check, UserName);
        check.Length(ServiceName ?? "", nameof(ServiceName), 1, 256, "CR-068");
        check.Range(CredentialAgeDays, nameof(CredentialAgeDays), 1, 36_600, "CR-069");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work)
    {
        ValueList<KeyValuePair<string, string>> keys = [new("iam:ServiceSpecificCredentialServiceName", ServiceName)];
        return CredentialOwner.AuthorizeAsync(work, Action, UserName, CredentialAgeDays is not { } days ? keys
            : [.. keys, new("iam:ServiceSpecificCredentialAgeDays", days.ToString(CultureInfo.InvariantCulture))]);
    }

    internal override async ValueTask<NewServiceSpecificCredential> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-068").ConfigureAwait(false);
        var service = ServiceCredentialRules.ServiceOf(work, ServiceName);
        if (CredentialAgeDays is not null && !service.TakesApiKeys)
        {
            throw Refusals.Invalid($"Credentials of {ServiceName} have no age.", "CR-069");
        }

        var others = await ServiceCredentialRules.OfAsync(work, owner).ConfigureAwait(false);
        work.Quotas.Check(Quota.ServiceSpecificCredentialsPerUser, others.Count(other => other.ServiceName == ServiceName) + 1);
        var secret = ServiceCredentialRules.NewSecret(work);
        var credential = new ServiceSpecificCredential
        {
            Id = AccessKeyMaterial.NewId("ACCA", work.Options.Random),
            Owner = owner.Key,
            Account = work.AccountId,
            CreateDate = work.Now,
            ServiceName = ServiceName,
            ServiceUserName = await FreeNameAsync(work, owner).ConfigureAwait(false),
            PasswordHash = work.Credentials.Options.PasswordHasher.Hash(secret),
            Status = CredentialStatus.Active,
            Expiration = CredentialAgeDays is { } days ? work.Now.AddDays(days) : null,
        };
        work.Put(credential);
        return ServiceCredentialRules.New(work, owner, credential, secret);
    }

    /// <summary>The user's name and account, and a number where that is taken (CR-068).</summary>
    private async ValueTask<string> FreeNameAsync(AdministrationWork work, CredentialOwner owner)
    {
        var name = $"{owner.UserName ?? "root"}-at-{work.AccountId}";
        for (var suffix = 0; ; suffix++)
        {
            var candidate = suffix == 0 ? name : FormattableString.Invariant($"{name}+{suffix}");
            if (await work.FindAsync<ServiceSpecificCredential>(ServiceSpecificCredential.KeyOf(work.AccountId, ServiceName, candidate)).ConfigureAwait(false) is null)
            {
                return candidate;
            }
        }
    }
}

/// <summary>The credentials of a user for single services, oldest first (CR-070).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller (ID-243).</param>
/// <param name="ServiceName">Only those of one service; <see langword="null"/> for all.</param>
public sealed record ListServiceSpecificCredentials(string? UserName = null, string? ServiceName = null) : IamQuery<ValueList<ServiceSpecificCredentialDescription>>
{
    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<ValueList<ServiceSpecificCredentialDescription>> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-070").ConfigureAwait(false);
        var credentials = await ServiceCredentialRules.OfAsync(work, owner).ConfigureAwait(false);
        return [.. credentials.Where(credential => ServiceName is null || credential.ServiceName == ServiceName)
            .OrderBy(credential => credential.CreateDate).ThenBy(credential => credential.Id, StringComparer.Ordinal)
            .Select(credential => ServiceCredentialRules.Describe(work, owner, credential))];
    }
}

/// <summary>Makes such a credential active or inactive (CR-070).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller (ID-243).</param>
/// <param name="ServiceSpecificCredentialId">The credential.</param>
/// <param name="Status">Active or inactive.</param>
public sealed record UpdateServiceSpecificCredential(string? UserName, string ServiceSpecificCredentialId, CredentialStatus Status) : IamCommand<Nothing>
{
    internal override void Validate(ParameterCheck check)
    {
        CredentialOwner.Check(check, UserName);
        CredentialRules.CheckStatus(check, Status, "CR-070");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => ServiceCredentialRules.AuthorizeAsync(work, Action, UserName, ServiceSpecificCredentialId);

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var (_, credential) = await ServiceCredentialRules.GetAsync(work, UserName, ServiceSpecificCredentialId).ConfigureAwait(false);
        work.Put(credential with { Status = Status });
        return default;
    }
}

/// <summary>Gives such a credential a new secret; the old one is dead at once (CR-070).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller (ID-243).</param>
/// <param name="ServiceSpecificCredentialId">The credential.</param>
public sealed record ResetServiceSpecificCredential(string? UserName, string ServiceSpecificCredentialId) : IamCommand<NewServiceSpecificCredential>
{
    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => ServiceCredentialRules.AuthorizeAsync(work, Action, UserName, ServiceSpecificCredentialId);

    internal override async ValueTask<NewServiceSpecificCredential> ApplyAsync(AdministrationWork work)
    {
        var (owner, credential) = await ServiceCredentialRules.GetAsync(work, UserName, ServiceSpecificCredentialId).ConfigureAwait(false);
        var secret = ServiceCredentialRules.NewSecret(work);
        var reset = credential with { PasswordHash = work.Credentials.Options.PasswordHasher.Hash(secret) };
        work.Put(reset);
        return ServiceCredentialRules.New(work, owner, reset, secret);
    }
}

/// <summary>Deletes such a credential (CR-070).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller (ID-243).</param>
/// <param name="ServiceSpecificCredentialId">The credential.</param>
public sealed record DeleteServiceSpecificCredential(string? UserName, string ServiceSpecificCredentialId) : IamCommand<Nothing>
{
    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => ServiceCredentialRules.AuthorizeAsync(work, Action, UserName, ServiceSpecificCredentialId);

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        work.Delete((await ServiceCredentialRules.GetAsync(work, UserName, ServiceSpecificCredentialId).ConfigureAwait(false)).Credential);
        return default;
    }
}

/// <summary>What operations on credentials for single services have in common.</summary>
file static class ServiceCredentialRules
{
    /// <summary>44 characters of Base64 (CR-068).</summary>
    private const int SecretBytes = 33;

    public static CredentialService ServiceOf(AdministrationWork work, string name)
    {
        foreach (var service in work.Credentials.Options.CredentialServices)
        {
            if (service.ServiceName == name)
            {
                return service;
            }
        }

        throw new IamException(IamErrorCode.NotSupportedService, $"The service {name} does not support service-specific credentials.", "CR-068");
    }

    public static ValueTask<List<ServiceSpecificCredential>> OfAsync(AdministrationWork work, CredentialOwner owner) =>
        work.ReferrersAsync<ServiceSpecificCredential>(ObjectKind.ServiceSpecificCredential, Relation.Credential, owner.Key);

    public static async ValueTask<(CredentialOwner Owner, ServiceSpecificCredential Credential)> GetAsync(AdministrationWork work, string? userName, string id)
    {
        var owner = await CredentialOwner.GetAsync(work, userName, "CR-070").ConfigureAwait(false);
        var key = new ObjectKey(ObjectKind.ServiceSpecificCredential, id);
        return (owner, await CredentialRules.GetAsync<ServiceSpecificCredential>(work, key, owner, "service-specific credential", "CR-070").ConfigureAwait(false));
    }

    /// <summary>On the user, with the service's name where the credential is there (ID-240).</summary>
    public static async ValueTask AuthorizeAsync(AdministrationWork work, string action, string? userName, string id)
    {
        var found = string.IsNullOrEmpty(id) ? null : await work.FindAsync<ServiceSpecificCredential>(new ObjectKey(ObjectKind.ServiceSpecificCredential, id)).ConfigureAwait(false);
        var isOwn = found?.Account == work.AccountId;
        await CredentialOwner.AuthorizeAsync(
            work, action, userName, isOwn ? [new("iam:ServiceSpecificCredentialServiceName", found!.ServiceName)] : null).ConfigureAwait(false);
    }

    public static string NewSecret(AdministrationWork work)
    {
        Span<byte> bytes = stackalloc byte[SecretBytes];
        work.Options.Random.Fill(bytes);
        var secret = Convert.ToBase64String(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return secret;
    }

    public static NewServiceSpecificCredential New(AdministrationWork work, CredentialOwner owner, ServiceSpecificCredential credential, string secret)
    {
        var isApiKey = IsApiKey(work, credential);
        return new(Describe(work, owner, credential), isApiKey ? null : secret, isApiKey ? secret : null);
    }

    public static ServiceSpecificCredentialDescription Describe(AdministrationWork work, CredentialOwner owner, ServiceSpecificCredential credential)
    {
        var isApiKey = IsApiKey(work, credential);
        return new(
            owner.UserName,
            credential.Id,
            credential.ServiceName,
            isApiKey ? null : credential.ServiceUserName,
            isApiKey ? credential.ServiceUserName : null,
            credential.StatusAt(work.Options.TimeProvider.GetUtcNow()),
            credential.CreateDate,
            credential.Expiration);
    }

    private static bool IsApiKey(AdministrationWork work, ServiceSpecificCredential credential) =>
        work.Credentials.Options.CredentialServices.Any(service => service.ServiceName == credential.ServiceName && service.TakesApiKeys);
}
