namespace IamCore.Administration.Credentials;

/// <summary>Lists the service-specific credentials of a user, oldest first (CR-070).</summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for the calling user (ID-243).</param>
/// <param name="ServiceName">The service to list credentials for; <see langword="null"/> for all.</param>
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
