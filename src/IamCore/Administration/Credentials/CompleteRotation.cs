using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Ends a rotation: the old key is made inactive, and deleted by the first call of this command after the grace (CR-037).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
/// <param name="OldAccessKeyId">The key that was replaced.</param>
public sealed record CompleteRotation(string? UserName, string OldAccessKeyId) : IamCommand<NoResult>
{
    internal override void Validate(ParameterCheck check)
    {
        CredentialOwner.Check(check, UserName);
        AccessKeyRules.Check(check, OldAccessKeyId);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => default; // its parts are

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
