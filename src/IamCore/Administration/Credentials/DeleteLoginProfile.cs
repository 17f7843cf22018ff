namespace IamCore.Administration.Credentials;

/// <summary>Deletes a user's password; keys and permissions are kept (CR-020).</summary>
/// <param name="UserName">The user name; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).</param>
public sealed record DeleteLoginProfile(string? UserName = null) : UserCredentialCommand<NoResult>(UserName)
{
    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-020").ConfigureAwait(false);
        work.Delete(await LoginProfileRules.GetAsync(work, owner, "CR-020").ConfigureAwait(false));
        return default;
    }
}
