using IamCore.Administration;
using IamCore.Credentials;

namespace IamCore;

/// <summary>A new access key with its secret, which no other call ever gives (CR-004, CR-030). The text form hides it.</summary>
/// <param name="UserName">The user; <see langword="null"/> for root.</param>
/// <param name="AccessKeyId"><c>AKIA…</c></param>
/// <param name="SecretAccessKey">40 characters.</param>
/// <param name="Status">Active.</param>
/// <param name="CreateDate">Now, UTC.</param>
public sealed record NewAccessKey(string? UserName, string AccessKeyId, string SecretAccessKey, CredentialStatus Status, DateTimeOffset CreateDate)
{
    /// <summary>The access key id (CR-039).</summary>
    public override string ToString() => AccessKeyId;
}

/// <summary>What lists tell of an access key (CR-034).</summary>
/// <param name="UserName">The user; <see langword="null"/> for root.</param>
/// <param name="AccessKeyId"><c>AKIA…</c></param>
/// <param name="Status">Whether it can be used.</param>
/// <param name="CreateDate">When it was made, UTC.</param>
public sealed record AccessKeyDescription(string? UserName, string AccessKeyId, CredentialStatus Status, DateTimeOffset CreateDate);

/// <summary>When and for what an access key was last used (CR-035).</summary>
/// <param name="UserName">The user; <see langword="null"/> for root.</param>
/// <param name="LastUsedDate">When, UTC; <see langword="null"/> for never.</param>
/// <param name="Region">The region; <c>N/A</c> where never used or without one.</param>
/// <param name="ServiceName">The service; <c>N/A</c> where never used.</param>
public sealed record AccessKeyLastUsed(string? UserName, DateTimeOffset? LastUsedDate, string Region, string ServiceName);

/// <summary>Makes an access key; at most two there can be, active or not (CR-030, CR-031).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
public sealed record CreateAccessKey(string? UserName = null) : UserCredentialCommand<NewAccessKey>(UserName)
{
    internal override async ValueTask<NewAccessKey> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-030").ConfigureAwait(false);
        await work.CheckRoomAsync(
            ObjectKind.AccessKey, Relation.Credential, owner.Key, owner.IsRoot ? Quota.AccessKeysPerRoot : Quota.AccessKeysPerUser).ConfigureAwait(false);
        var id = AccessKeyMaterial.NewId(AccessKeyMaterial.LongTermPrefix, work.Options.Random);
        var secret = AccessKeyMaterial.NewSecret(work.Options.Random);
        var key = new AccessKey
        {
            Id = id,
            Owner = owner.Key,
            Account = work.AccountId,
            CreateDate = work.Now,
            LastRotated = work.Now,
            Status = CredentialStatus.Active,
            SealedSecret = work.Credentials.Vault.Seal(new(ObjectKind.AccessKey, id), work.AccountId, secret),
        };
        work.Put(key);
        if (owner.IsRoot)
        {
            work.Advise(AdvisoryKind.RootAccessKeyCreated, Action);
        }

        return new(owner.UserName, id, secret, key.Status, key.CreateDate);
    }
}

/// <summary>Makes a key active or inactive (CR-032).</summary>
/// <param name="AccessKeyId">The key.</param>
/// <param name="Status">Active or inactive.</param>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
public sealed record UpdateAccessKey(string AccessKeyId, CredentialStatus Status, string? UserName = null) : UserCredentialCommand<Nothing>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        AccessKeyRules.Check(check, AccessKeyId);
        check.Require(Status is CredentialStatus.Active or CredentialStatus.Inactive, nameof(Status), "must be Active or Inactive", "CR-032");
    }

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var key = await AccessKeyRules.GetAsync(work, AccessKeyId, UserName, "CR-032").ConfigureAwait(false);
        if (key.Status != Status)
        {
            work.Put(key with { Status = Status, LastRotated = work.Now, DeleteAfter = null });
        }

        return default;
    }
}

/// <summary>Deletes a key for good (CR-033).</summary>
/// <param name="AccessKeyId">The key.</param>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
public sealed record DeleteAccessKey(string AccessKeyId, string? UserName = null) : UserCredentialCommand<Nothing>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        AccessKeyRules.Check(check, AccessKeyId);
    }

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        work.Delete(await AccessKeyRules.GetAsync(work, AccessKeyId, UserName, "CR-033").ConfigureAwait(false));
        return default;
    }
}

/// <summary>The keys of a user, oldest first, without secrets (CR-034).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
public sealed record ListAccessKeys(string? UserName = null) : IamQuery<ValueList<AccessKeyDescription>>
{
    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<ValueList<AccessKeyDescription>> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-034").ConfigureAwait(false);
        var keys = await AccessKeyRules.OfAsync(work, owner.Key).ConfigureAwait(false);
        return [.. keys.Select(key => new AccessKeyDescription(owner.UserName, key.Id, key.Status, key.CreateDate))];
    }
}

/// <summary>When and for what a key of the account was last used (CR-035).</summary>
/// <param name="AccessKeyId">The key.</param>
public sealed record GetAccessKeyLastUsed(string AccessKeyId) : IamQuery<AccessKeyLastUsed>
{
    internal override void Validate(ParameterCheck check) => AccessKeyRules.Check(check, AccessKeyId);

    /// <summary>On the key's user; for an unknown key on <c>*</c>, so that only those who may ask about any key learn that there is none.</summary>
    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        var key = await AccessKeyRules.FindAsync(work, AccessKeyId).ConfigureAwait(false);
        var user = key is null || key.IsOfRoot ? null : await work.FindAsync<IamUser>(key.Owner).ConfigureAwait(false);
        await work.CheckAsync(new()
        {
            Action = Action,
            Resource = user?.Arn ?? (key is null ? "*" : work.Account.RootArn),
            ShownResource = "*",
            ResourceTags = user?.Tags,
        }).ConfigureAwait(false);
    }

    internal override async ValueTask<AccessKeyLastUsed> ApplyAsync(AdministrationWork work)
    {
        var key = await AccessKeyRules.FindAsync(work, AccessKeyId).ConfigureAwait(false) ?? throw AccessKeyRules.Missing(AccessKeyId, "CR-035");
        var user = key.IsOfRoot ? null : await work.FindAsync<IamUser>(key.Owner).ConfigureAwait(false);
        return new(user?.Name, key.LastUsedDate, key.LastUsedRegion ?? "N/A", key.LastUsedService ?? "N/A");
    }
}

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

/// <summary>Ends a rotation: the old key is made inactive, and deleted by the first call of this command after the grace (CR-037).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
/// <param name="OldAccessKeyId">The key that was replaced.</param>
public sealed record CompleteRotation(string? UserName, string OldAccessKeyId) : IamCommand<Nothing>
{
    internal override void Validate(ParameterCheck check)
    {
        CredentialOwner.Check(check, UserName);
        AccessKeyRules.Check(check, OldAccessKeyId);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => default; // its parts are

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
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

/// <summary>What operations on access keys have in common.</summary>
internal static class AccessKeyRules
{
    public static void Check(ParameterCheck check, string? id) =>
        check.Require(id is not null && AccessKeyMaterial.IsAcceptable(id), "AccessKeyId", @"must satisfy the pattern [\w]{16,128}", "CR-031");

    /// <summary>A key of the account; null where it is another's or nobody's.</summary>
    public static async ValueTask<AccessKey?> FindAsync(AdministrationWork work, string id)
    {
        var key = await work.FindAsync<AccessKey>(new ObjectKey(ObjectKind.AccessKey, id)).ConfigureAwait(false);
        return key?.Account == work.AccountId ? key : null;
    }

    public static async ValueTask<AccessKey> GetAsync(AdministrationWork work, string id, string? userName, string rule)
    {
        var owner = await CredentialOwner.GetAsync(work, userName, rule).ConfigureAwait(false);
        var key = await FindAsync(work, id).ConfigureAwait(false);
        return key?.Owner == owner.Key ? key : throw Missing(id, rule);
    }

    /// <summary>A user's keys, oldest first.</summary>
    public static async ValueTask<IEnumerable<AccessKey>> OfAsync(AdministrationWork work, ObjectKey owner) =>
        (await work.ReferrersAsync<AccessKey>(ObjectKind.AccessKey, Relation.Credential, owner).ConfigureAwait(false))
            .OrderBy(key => key.CreateDate).ThenBy(key => key.Id, StringComparer.Ordinal);

    public static IamException Missing(string id, string rule) =>
        new(IamErrorCode.NoSuchEntity, $"The Access Key with id {id} cannot be found.", rule);
}
