namespace IamCore.Administration.Credentials;

/// <summary>
/// Starts a key rotation by creating a second key beside the first; finish it with <see cref="CompleteRotation"/> and the old key's id
/// (CR-037). The result holds the new key's secret.
/// </summary>
/// <param name="UserName">The user name; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).</param>
/// <param name="OldAccessKeyId">The id of the key to replace.</param>
public sealed record RotateAccessKey(string? UserName, string OldAccessKeyId) : IamCommand<NewAccessKey>
{
    internal override void Validate(ParameterCheck check)
    {
        CredentialOwner.Check(check, UserName);
        AccessKeyRules.Check(check, OldAccessKeyId);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => default; // The part is authorized when it runs.

    internal override async ValueTask<NewAccessKey> ApplyAsync(AdministrationWork work)
    {
        var created = await work.RunAsync(new CreateAccessKey(UserName)).ConfigureAwait(false);
        // Only after the caller is authorized, so that nobody else learns whether the old key exists (ID-238).
        _ = await AccessKeyRules.GetAsync(work, OldAccessKeyId, UserName, "CR-037").ConfigureAwait(false);
        return created;
    }
}
