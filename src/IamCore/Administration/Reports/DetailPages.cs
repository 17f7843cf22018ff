using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Model;
using IamCore.Predefined;
using IamCore.Stores;

namespace IamCore.Administration.Reports;

/// <summary>Reads pages of authorization details (ID-266).</summary>
internal static class DetailPages
{
    public static async ValueTask<(AuthorizationDetails Page, ListPosition? Next)> ReadAsync(
        AdministrationWork work, AuthorizationDetailKind kind, ListPosition? after, int limit)
    {
        if (kind == AuthorizationDetailKind.AWSManagedPolicy)
        {
            return await PredefinedAsync(work, after, limit).ConfigureAwait(false);
        }

        var page = await work.ListAsync(new() { Kind = KindOf(kind), Scope = work.AccountId.ToString(), After = after, Limit = limit }).ConfigureAwait(false);
        var details = new AuthorizationDetails();
        foreach (var o in page.Items.ToArray())
        {
            details = o switch
            {
                IamUser user => details with { Users = [.. details.Users, await OfAsync(work, user).ConfigureAwait(false)] },
                IamGroup group => details with { Groups = [.. details.Groups, new(group, [.. await AttachedPolicy.OfAsync(work, group).ConfigureAwait(false)])] },
                IamRole role => details with { Roles = [.. details.Roles, await OfAsync(work, role).ConfigureAwait(false)] },
                ManagedPolicy policy => details with { Policies = [.. details.Policies, await OfAsync(work, ResolvedPolicy.Of(policy)).ConfigureAwait(false)] },
                _ => details,
            };
        }

        return (details, page.Next);
    }

    private static ObjectKind KindOf(AuthorizationDetailKind kind) => kind switch
    {
        AuthorizationDetailKind.User => ObjectKind.User,
        AuthorizationDetailKind.Group => ObjectKind.Group,
        AuthorizationDetailKind.Role => ObjectKind.Role,
        _ => ObjectKind.ManagedPolicy,
    };

    private static async ValueTask<UserDetail> OfAsync(AdministrationWork work, IamUser user)
    {
        var groups = new List<string>();
        foreach (var id in (IEnumerable<string>)user.Groups)
        {
            if (await work.FindUntrackedAsync<IamGroup>(new(ObjectKind.Group, id)).ConfigureAwait(false) is { } group)
            {
                groups.Add(group.Name);
            }
        }

        var attached = await AttachedPolicy.OfAsync(work, user).ConfigureAwait(false);
        return new(user, [.. groups], [.. attached], await ResolvedPolicy.ArnOfAsync(work, user.PermissionsBoundary).ConfigureAwait(false));
    }

    private static async ValueTask<RoleDetail> OfAsync(AdministrationWork work, IamRole role)
    {
        var profiles = await work.ReferrersAsync<InstanceProfile>(ObjectKind.InstanceProfile, Relation.ProfileRole, role.Key).ConfigureAwait(false);
        return new(
            await StoredPrincipals.ShowAsync(work, role).ConfigureAwait(false),
            [.. await AttachedPolicy.OfAsync(work, role).ConfigureAwait(false)],
            await ResolvedPolicy.ArnOfAsync(work, role.PermissionsBoundary).ConfigureAwait(false),
            [.. profiles.Select(p => p.Name)])
        {
            LastUsed = RoleLastUsed.Of(work, role),
        };
    }

    private static async ValueTask<PolicyDetail> OfAsync(AdministrationWork work, ResolvedPolicy policy) =>
        new(await PolicyDescription.OfAsync(work, policy).ConfigureAwait(false), PolicyDescription.VersionsOf(work, policy));

    /// <summary>Returns the predefined policies in use, ordered by key.</summary>
    private static async ValueTask<(AuthorizationDetails Page, ListPosition? Next)> PredefinedAsync(AdministrationWork work, ListPosition? after, int limit)
    {
        var used = new List<PolicyDetail>();
        var keys = ((IEnumerable<PredefinedPolicy>)work.Options.PredefinedPolicies.All)
            .Where(p => p.Type == PolicyType.Identity && (after is not { } position || string.CompareOrdinal(p.Key.Id, position.Id) > 0))
            .OrderBy(p => p.Key.Id, StringComparer.Ordinal);
        foreach (var policy in keys)
        {
            if (used.Count == limit)
            {
                var last = used[^1].Policy.PolicyId;
                return (new() { Policies = [.. used] }, new ListPosition(last, last));
            }

            var detail = await OfAsync(work, ResolvedPolicy.Of(policy, work.Partition)).ConfigureAwait(false);
            if (detail.Policy.AttachmentCount + detail.Policy.PermissionsBoundaryUsageCount > 0)
            {
                used.Add(detail);
            }
        }

        return (new() { Policies = [.. used] }, null);
    }
}
