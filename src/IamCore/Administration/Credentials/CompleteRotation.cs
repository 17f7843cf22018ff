using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Finishes a key rotation: deactivates the old key. The first call of this command after the grace period deletes it (CR-037).
/// </summary>
/// <param name="UserName">The user name; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).</param>
/// <param name="OldAccessKeyId">The id of the key that was replaced.</param>
public sealed record CompleteRotation(string? UserName, string OldAccessKeyId) : IamCommand<NoResult>
{
    internal override void Validate(ParameterCheck check)
    {
        CredentialOwner.Check(check, UserName);
        AccessKeyRules.Check(check, OldAccessKeyId);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => default; // The parts are authorized one by one.

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var key = await AccessKeyRules.FindAsync(work, OldAccessKeyId).ConfigureAwait(false);
        if (key?.DeleteAfter <= work.Now)
        {
            return await work.RunAsync(new DeleteAccessKey(OldAccessKeyId, UserName)).ConfigureAwait(false);
        }

        await work.RunAsync(new UpdateAccessKey(OldAccessKeyId, CredentialStatus.Inactive, UserName)).ConfigureAwait(false);
        key = await AccessKeyRules.GetAsync(work, OldAccessKeyId, UserName, "CR-037").ConfigureAwait(false);
        work.Put(key with { DeleteAfter = key.DeleteAfter ?? work.Now + work.Credentials.Options.RotationGrace });
        return default;
    }
}
