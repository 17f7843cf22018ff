using System.Globalization;
using IamCore.Credentials.Secrets;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Creates a user name and password for one service (CR-068). The result holds the password, which is shown only once.</summary>
/// <param name="UserName">The name of the user.</param>
/// <param name="ServiceName">A service listed in <see cref="CredentialOptions.CredentialServices"/>.</param>
public sealed record CreateServiceSpecificCredential(string UserName, string ServiceName) : IamCommand<NewServiceSpecificCredential>
{
    /// <summary>
    /// The number of days until the credential expires, 1 to 36600; allowed only for services that take API keys (CR-069).
    /// </summary>
    /// <value><see langword="null"/>: it never expires.</value>
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
            throw IamErrors.Invalid($"Credentials for {ServiceName} cannot have an age.", "CR-069");
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

    /// <summary>Returns the name and account of the user, followed by a number if that name is taken (CR-068).</summary>
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
