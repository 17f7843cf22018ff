using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Makes a key active or inactive (CR-032).</summary>
/// <param name="AccessKeyId">The key.</param>
/// <param name="Status">Active or inactive.</param>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
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
