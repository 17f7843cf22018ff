using IamCore.Administration.Credentials;
using IamCore.Administration.Policies;
using IamCore.Administration.Providers;
using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>The object whose tags an operation is about, given by name or ARN (ID-078).</summary>
/// <param name="Kind">The kind of object.</param>
/// <param name="Name">The name, or the ARN for policies, providers and devices.</param>
internal readonly record struct TagTarget(ObjectKind Kind, string Name)
{
    public void Validate(ParameterCheck check)
    {
        switch (Kind)
        {
            case ObjectKind.ManagedPolicy:
                check.PolicyArn(Name, "PolicyArn", "ID-148");
                break;
            case ObjectKind.OidcProvider:
                ProviderTargets.Oidc.Validate(check, Name);
                break;
            case ObjectKind.SamlProvider:
                ProviderTargets.Saml.Validate(check, Name);
                break;
            case ObjectKind.MfaDevice:
                SessionInput.SerialNumber(check, Name);
                break;
            case ObjectKind.ServerCertificate:
                ServerCertificates.Check(check, Name);
                break;
            default:
                Named.Check(check, Name);
                break;
        }
    }

    public async ValueTask<AdministrationCheck> CheckOnAsync(AdministrationWork work, string action) => Kind switch
    {
        ObjectKind.ManagedPolicy => new() { Action = action, Resource = Name, ResourceTags = (await ResolvedPolicy.FindAsync(work, Name).ConfigureAwait(false))?.Customer?.Tags },
        ObjectKind.OidcProvider => await ProviderTargets.Oidc.CheckOnAsync(work, action, Name).ConfigureAwait(false),
        ObjectKind.SamlProvider => await ProviderTargets.Saml.CheckOnAsync(work, action, Name).ConfigureAwait(false),
        ObjectKind.MfaDevice => new() { Action = action, Resource = Name, ResourceTags = TagRules.Of(await FindDeviceAsync(work).ConfigureAwait(false)) },
        ObjectKind.ServerCertificate => await ServerCertificates.CheckOnAsync(work, action, Name).ConfigureAwait(false),
        _ => await Named.CheckOnAsync(work, action, Name).ConfigureAwait(false),
    };

    /// <exception cref="IamException">
    /// <c>NoSuchEntity</c>: there is no such object; <c>AccessDenied</c>: it is a predefined policy.
    /// </exception>
    public async ValueTask<DirectoryObject> GetAsync(AdministrationWork work) => Kind switch
    {
        ObjectKind.ManagedPolicy => await PolicyTargets.GetCustomerAsync(work, Name, "ID-078").ConfigureAwait(false),
        ObjectKind.OidcProvider => await ProviderTargets.Oidc.GetAsync(work, Name, "ID-078").ConfigureAwait(false),
        ObjectKind.SamlProvider => await ProviderTargets.Saml.GetAsync(work, Name, "ID-078").ConfigureAwait(false),
        ObjectKind.MfaDevice => await FindDeviceAsync(work).ConfigureAwait(false)
            ?? throw new IamException(IamErrorCode.NoSuchEntity, $"Virtual MFA device with serial number {Name} does not exist.", "ID-078"),
        ObjectKind.ServerCertificate => await ServerCertificates.GetAsync(work, Name).ConfigureAwait(false),
        _ => await Named.GetAsync<AccountObject>(work, Name, "ID-078").ConfigureAwait(false),
    };

    private async ValueTask<MfaDevice?> FindDeviceAsync(AdministrationWork work) =>
        await work.FindAsync<MfaDevice>(MfaDevice.KeyOf(work.AccountId, Name)).ConfigureAwait(false) is { Type: MfaDeviceType.Virtual } device ? device : null;

    private NamedKind Named => Kind switch
    {
        ObjectKind.User => NamedKind.User,
        ObjectKind.Role => NamedKind.Role,
        _ => NamedKind.InstanceProfile,
    };
}
