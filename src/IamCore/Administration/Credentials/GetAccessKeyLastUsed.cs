using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Returns when and for what an access key of the account was last used (CR-035).</summary>
/// <param name="AccessKeyId">The access key id.</param>
public sealed record GetAccessKeyLastUsed(string AccessKeyId) : IamQuery<AccessKeyLastUsed>
{
    internal override void Validate(ParameterCheck check) => AccessKeyRules.Check(check, AccessKeyId);

    /// <summary>
    /// Authorizes on the key's user. An unknown key is checked on <c>*</c>, so that only callers who may ask about any key learn that it
    /// does not exist.
    /// </summary>
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
