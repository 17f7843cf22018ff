using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>Returns how the account's root user is secured and used (ID-042).</summary>
public sealed record GetRootPosture : IamQuery<RootPosture>
{
    /// <inheritdoc />
    public override string Action => "iamcore:GetRootPosture";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = work.Account.RootArn });

    internal override async ValueTask<RootPosture> ApplyAsync(AdministrationWork work)
    {
        var root = work.Account.Key;
        var profile = await work.FindAsync<LoginProfile>(LoginProfile.KeyOf(root)).ConfigureAwait(false);
        var keys = await work.ReferrersAsync<AccessKey>(ObjectKind.AccessKey, Relation.Credential, root).ConfigureAwait(false);
        var devices = await work.ReferrersAsync<MfaDevice>(ObjectKind.MfaDevice, Relation.Credential, root).ConfigureAwait(false);
        DateTimeOffset?[] uses = [profile?.PasswordLastUsed, work.LastRootUse, .. keys.Select(k => k.LastUsedDate)];
        var last = uses.Max();
        return new()
        {
            IsPasswordSet = profile is not null,
            LastUsed = last,
            ActiveAccessKeys = keys.Count(k => k.Status == CredentialStatus.Active),
            MfaDevices = [.. devices.GroupBy(d => d.Type).OrderBy(g => g.Key).Select(g => new KeyValuePair<MfaDeviceType, int>(g.Key, g.Count()))],
            Guard = work.Account.RootUsageGuard,
            WasUsedLately = last > work.Now - RootPosture.Lately,
        };
    }
}
