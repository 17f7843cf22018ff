namespace IamCore.Administration.Credentials;

/// <summary>Takes a user's password away; keys and permissions stay (CR-020).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
public sealed record DeleteLoginProfile(string? UserName = null) : UserCredentialCommand<NoResult>(UserName)
{
    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-020").ConfigureAwait(false);
        work.Delete(await LoginProfileRules.GetAsync(work, owner, "CR-020").ConfigureAwait(false));
        return default;
    }
}
