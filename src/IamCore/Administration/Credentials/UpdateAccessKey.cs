using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Activates or deactivates an access key (CR-032).</summary>
/// <param name="AccessKeyId">The access key id.</param>
/// <param name="Status"><see cref="CredentialStatus.Active"/> or <see cref="CredentialStatus.Inactive"/>.</param>
/// <param name="UserName">The user name; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).</param>
public sealed record UpdateAccessKey(string AccessKeyId, CredentialStatus Status, string? UserName = null) : UserCredentialCommand<NoResult>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        AccessKeyRules.Check(check, AccessKeyId);
        check.Require(Status is CredentialStatus.Active or CredentialStatus.Inactive, nameof(Status), "must be Active or Inactive", "CR-032");
    }

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var key = await AccessKeyRules.GetAsync(work, AccessKeyId, UserName, "CR-032").ConfigureAwait(false);
        if (key.Status != Status)
        {
            work.Put(key with { Status = Status, LastRotated = work.Now, DeleteAfter = null });
        }

        return default;
    }
}
