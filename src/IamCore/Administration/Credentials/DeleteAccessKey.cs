namespace IamCore.Administration.Credentials;

/// <summary>Deletes an access key permanently (CR-033).</summary>
/// <param name="AccessKeyId">The access key id.</param>
/// <param name="UserName">The user name; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).</param>
public sealed record DeleteAccessKey(string AccessKeyId, string? UserName = null) : UserCredentialCommand<NoResult>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        AccessKeyRules.Check(check, AccessKeyId);
    }

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        work.Delete(await AccessKeyRules.GetAsync(work, AccessKeyId, UserName, "CR-033").ConfigureAwait(false));
        return default;
    }
}
