using IamCore.Model;

namespace IamCore.Administration.Credentials;

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
