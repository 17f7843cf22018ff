using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>Resolves identity providers by ARN (ID-068).</summary>
internal sealed record ProviderTargets(string Parameter, string ArnType, string Noun, Func<AccountId, string, string> KeyOf)
{
    public static ProviderTargets Oidc { get; } = new(
        "OpenIDConnectProviderArn", "oidc-provider/", "OpenIDConnect Provider", (account, name) => DirectoryKeys.OidcProvider(account, OidcProvider.Scheme + name));

    public static ProviderTargets Saml { get; } = new("SAMLProviderArn", "saml-provider/", "SAML provider", DirectoryKeys.SamlProvider);

    /// <summary>Checks the form of the ARN; anything else is <c>InvalidInput</c>.</summary>
    public void Validate(ParameterCheck check, string? arn)
    {
        if (check.Require(arn is not null, Parameter, "is required", "ID-068") && NameOf(arn!) is null)
        {
            check.Refuse(IamErrors.Invalid($"{Parameter} is not the ARN of a provider.", "ID-068"));
        }
    }

    public async ValueTask<AdministrationCheck> CheckOnAsync(AdministrationWork work, string action, string arn) =>
        new() { Action = action, Resource = arn, ResourceTags = TagRules.Of(await FindAsync(work, arn).ConfigureAwait(false)) };

    /// <summary>Returns the account's provider with an ARN; null if there is none.</summary>
    public async ValueTask<AccountObject?> FindAsync(AdministrationWork work, string arn)
    {
        var found = NameOf(arn) is { } name ? await work.FindAsync<AccountObject>(KeyOf(work.AccountId, name)).ConfigureAwait(false) : null;
        return found?.Arn == arn ? found : null;
    }

    /// <exception cref="IamException"><c>NoSuchEntity</c>: there is no such provider.</exception>
    public async ValueTask<AccountObject> GetAsync(AdministrationWork work, string arn, string rule) => await FindAsync(work, arn).ConfigureAwait(false)
        ?? throw new IamException(IamErrorCode.NoSuchEntity, $"{Noun} not found for arn {arn}", rule);

    private string? NameOf(string arn) =>
        Arn.TryParse(arn, out var parsed) && parsed.Service is "iam" && parsed.Region.IsEmpty && AccountId.IsValid(parsed.Account)
        && parsed.Resource.StartsWith(ArnType, StringComparison.Ordinal) && parsed.Resource.Length > ArnType.Length
            ? parsed.Resource[ArnType.Length..].ToString() : null;
}
