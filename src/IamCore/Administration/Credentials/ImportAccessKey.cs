using IamCore.Credentials.Secrets;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Imports an access key created elsewhere, for deployments that give the same key to a client and to the host. Only the trusted façade
/// can do
/// this. The text form hides the secret.
/// </summary>
/// <param name="AccessKeyId">16 to 128 word characters; ids of temporary keys (<c>ASIA…</c>) are rejected.</param>
/// <param name="SecretAccessKey">16 to 128 printable ASCII characters.</param>
/// <param name="UserName">The name of the user; <see langword="null"/> for root.</param>
public sealed record ImportAccessKey(string AccessKeyId, string SecretAccessKey, string? UserName = null) : UserCredentialCommand<AccessKeyDescription>(UserName)
{
    /// <inheritdoc />
    public override string Action => "iamcore:ImportAccessKey";

    /// <summary>Returns a description without the secret (CR-107).</summary>
    public override string ToString() => $"{nameof(ImportAccessKey)} {AccessKeyId}";

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.Require(
            AccessKeyMaterial.IsAcceptable(AccessKeyId) && !AccessKeyId.StartsWith(AccessKeyMaterial.TemporaryPrefix, StringComparison.Ordinal),
            nameof(AccessKeyId), "must be 16 to 128 word characters and not begin with ASIA", "CR-031");
        check.Require(
            SecretAccessKey.Length is >= 16 and <= 128 && !SecretAccessKey.AsSpan().ContainsAnyExceptInRange('!', '~'),
            nameof(SecretAccessKey), "must be 16 to 128 printable ASCII characters", "CR-031");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        throw new IamException(IamErrorCode.AccessDenied, "An access key cannot be chosen.", "CR-031");

    internal override async ValueTask<AccessKeyDescription> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-030").ConfigureAwait(false);
        await work.CheckQuotaAsync(
            ObjectKind.AccessKey, Relation.Credential, owner.Key, owner.IsRoot ? Quota.AccessKeysPerRoot : Quota.AccessKeysPerUser).ConfigureAwait(false);
        var key = new AccessKey
        {
            Id = AccessKeyId,
            Owner = owner.Key,
            Account = work.AccountId,
            CreateDate = work.Now,
            LastRotated = work.Now,
            Status = CredentialStatus.Active,
            SealedSecret = work.Credentials.Vault.Seal(new(ObjectKind.AccessKey, AccessKeyId), work.AccountId, SecretAccessKey),
        };
        work.Put(key);
        return new(owner.UserName, key.Id, key.Status, key.CreateDate);
    }
}
