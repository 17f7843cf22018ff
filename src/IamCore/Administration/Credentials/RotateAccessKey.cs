namespace IamCore.Administration.Credentials;

/// <summary>Begins a rotation: a second key beside the first (CR-037). The handle of the rotation is the old key's id.</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
/// <param name="OldAccessKeyId">The key to be replaced.</param>
public sealed record RotateAccessKey(string? UserName, string OldAccessKeyId) : IamCommand<NewAccessKey>
{
    internal override void Validate(ParameterCheck check)
    {
        CredentialOwner.Check(check, UserName);
        AccessKeyRules.Check(check, OldAccessKeyId);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => default; // its part is

    internal override async ValueTask<NewAccessKey> ApplyAsync(AdministrationWork work)
    {
        var created = await work.RunAsync(new CreateAccessKey(UserName)).ConfigureAwait(false);
        _ = await AccessKeyRules.GetAsync(work, OldAccessKeyId, UserName, "CR-037").ConfigureAwait(false);
        return created;
    }
}
