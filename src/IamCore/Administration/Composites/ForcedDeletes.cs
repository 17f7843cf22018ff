using IamCore.Administration;

namespace IamCore;

/// <summary>Deletes a user with all that hangs on it (ID-090). Groups and managed policies stay.</summary>
/// <param name="UserName">The user, in any letter case.</param>
public sealed record DeleteUserWithDependencies(string UserName) : IamComposite<Nothing>
{
    internal override void Validate(ParameterCheck check) => NamedKind.User.Check(check, UserName);

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var delete = new DeleteUser(UserName);
        await work.AuthorizeAsync(delete).ConfigureAwait(false); // before it is told whether the user exists (ID-238)
        var user = await NamedKind.User.GetAsync<IamUser>(work, UserName, "ID-090").ConfigureAwait(false);
        CheckRevision(user);
        foreach (var id in (IEnumerable<string>)user.Groups)
        {
            if (await work.FindAsync<IamGroup>(new ObjectKey(ObjectKind.Group, id)).ConfigureAwait(false) is { } group)
            {
                await work.RunAsync(new RemoveUserFromGroup(group.Name, UserName)).ConfigureAwait(false);
            }
        }

        await UserCredentialParts.StripAsync(work, user).ConfigureAwait(false);
        await IdentityParts.StripAsync(work, user, name => new DeleteUserPolicy(UserName, name), arn => new DetachUserPolicy(UserName, arn)).ConfigureAwait(false);
        return await work.RunAsync(delete).ConfigureAwait(false);
    }
}

/// <summary>Deletes a group with its memberships and policies (ID-101). Users and managed policies stay.</summary>
/// <param name="GroupName">The group, in any letter case.</param>
public sealed record DeleteGroupWithDependencies(string GroupName) : IamComposite<Nothing>
{
    internal override void Validate(ParameterCheck check) => NamedKind.Group.Check(check, GroupName);

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var delete = new DeleteGroup(GroupName);
        await work.AuthorizeAsync(delete).ConfigureAwait(false);
        var group = await NamedKind.Group.GetAsync<IamGroup>(work, GroupName, "ID-101").ConfigureAwait(false);
        CheckRevision(group);
        foreach (var member in await work.ReferrersAsync<IamUser>(ObjectKind.User, Relation.Member, group.Key).ConfigureAwait(false))
        {
            await work.RunAsync(new RemoveUserFromGroup(GroupName, member.Name)).ConfigureAwait(false);
        }

        await IdentityParts.StripAsync(work, group, name => new DeleteGroupPolicy(GroupName, name), arn => new DetachGroupPolicy(GroupName, arn)).ConfigureAwait(false);
        return await work.RunAsync(delete).ConfigureAwait(false);
    }
}

/// <summary>Deletes a role with its policies, takes it from all instance profiles and deletes those that carry its name (ID-118).</summary>
/// <param name="RoleName">The role, in any letter case.</param>
public sealed record DeleteRoleWithDependencies(string RoleName) : IamComposite<Nothing>
{
    internal override void Validate(ParameterCheck check) => NamedKind.Role.Check(check, RoleName);

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var delete = new DeleteRole(RoleName);
        await work.AuthorizeAsync(delete).ConfigureAwait(false);
        var role = await NamedKind.Role.GetAsync<IamRole>(work, RoleName, "ID-118").ConfigureAwait(false);
        CheckRevision(role);
        IdentityRules<IamRole>.CheckModifiable(role, "ID-118");
        foreach (var profile in await work.ReferrersAsync<InstanceProfile>(ObjectKind.InstanceProfile, Relation.ProfileRole, role.Key).ConfigureAwait(false))
        {
            await work.RunAsync(new RemoveRoleFromInstanceProfile(profile.Name, RoleName)).ConfigureAwait(false);
            if (DirectoryKeys.Fold(profile.Name) == DirectoryKeys.Fold(role.Name))
            {
                await work.RunAsync(new DeleteInstanceProfile(profile.Name)).ConfigureAwait(false);
            }
        }

        await IdentityParts.StripAsync(work, role, name => new DeleteRolePolicy(RoleName, name), arn => new DetachRolePolicy(RoleName, arn)).ConfigureAwait(false);
        return await work.RunAsync(delete).ConfigureAwait(false);
    }
}

/// <summary>Taking an identity's policies away.</summary>
internal static class IdentityParts
{
    public static async ValueTask StripAsync<TIdentity>(
        AdministrationWork work, TIdentity identity, Func<string, IamCommand<TIdentity>> deleteInline, Func<string, IamCommand<TIdentity>> detach)
        where TIdentity : IamIdentity
    {
        foreach (var inline in (IEnumerable<InlinePolicy>)identity.InlinePolicies)
        {
            await work.RunAsync(deleteInline(inline.Name)).ConfigureAwait(false);
        }

        foreach (var policy in await AttachedPolicy.OfAsync(work, identity).ConfigureAwait(false))
        {
            await work.RunAsync(detach(policy.PolicyArn)).ConfigureAwait(false);
        }
    }
}
