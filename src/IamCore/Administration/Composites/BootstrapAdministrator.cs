using IamCore.Administration.Accounts;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>
/// Makes the first administrator: the group, <c>AdministratorAccess</c> on it, the user, its membership, and the root user's guard at
/// <see cref="RootUsageGuard.Warn"/> at least (ID-041). For root and the trusted façade only. Gives the user.
/// </summary>
/// <param name="UserName">The user's name (ID-043).</param>
public sealed record BootstrapAdministrator(string UserName) : IamChange<IamUser>
{
    /// <summary>The group. One that is there already is used only if it has <c>AdministratorAccess</c> or has no members.</summary>
    /// <value><c>Admins</c></value>
    public string GroupName { get; init; } = "Admins";

    /// <summary>The password; <see langword="null"/> for a user who does not sign in with one yet.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the user must change it at the first sign-in.</summary>
    /// <value><see langword="true"/></value>
    public bool PasswordResetRequired { get; init; } = true;

    /// <inheritdoc />
    public override string Action => "iamcore:BootstrapAdministrator";

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.User.Check(check, UserName);
        NamedKind.Group.Check(check, GroupName);
        if (Password is not null)
        {
            PasswordSetting.CheckForm(check, Password);
        }
    }

    /// <summary>The user; not the password (CR-107).</summary>
    public override string ToString() => $"{nameof(BootstrapAdministrator)} {UserName} {GroupName}";

    internal override ValueTask AuthorizeAsync(AdministrationWork work)
    {
        AccountRules.CheckRoot(work, Action);
        return default; // its parts are authorized
    }

    internal override async ValueTask<IamUser> ApplyAsync(AdministrationWork work)
    {
        var arn = $"arn:{work.Partition}:iam::aws:policy/AdministratorAccess";
        var administrator = await ResolvedPolicy.GetAsync(work, arn, "ID-041").ConfigureAwait(false);
        var group = await NamedKind.Group.FindAsync<IamGroup>(work, GroupName).ConfigureAwait(false);
        if (group is not null && !group.AttachedPolicies.Contains(administrator.Key)
            && await work.CountReferrersAsync(ObjectKind.User, Relation.Member, group.Key).ConfigureAwait(false) > 0)
        {
            throw new IamException(
                IamErrorCode.EntityAlreadyExists, $"The group {group.Name} has members who would become administrators by the way.", "ID-041");
        }

        if (group is null)
        {
            await work.RunAsync(new CreateGroup(GroupName)).ConfigureAwait(false);
        }

        await work.RunAsync(new AttachGroupPolicy(GroupName, arn)).ConfigureAwait(false);
        await work.RunAsync(new CreateUser(UserName)).ConfigureAwait(false);
        if (Password is not null)
        {
            await work.RunAsync(new CreateLoginProfile(UserName) { Password = Password, PasswordResetRequired = PasswordResetRequired }).ConfigureAwait(false);
        }

        var user = await work.RunAsync(new AddUserToGroup(GroupName, UserName)).ConfigureAwait(false);
        if ((await AccountRules.GetAsync(work).ConfigureAwait(false)).RootUsageGuard == RootUsageGuard.Off)
        {
            await work.RunAsync(new SetRootUsageGuard(RootUsageGuard.Warn)).ConfigureAwait(false);
        }

        return user;
    }
}
