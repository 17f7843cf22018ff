using IamCore.Administration.Accounts;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>
/// Sets up the first administrator: creates the group, attaches <c>AdministratorAccess</c>, creates the user, adds it to the group, and
/// raises
/// the root user's guard to at least <see cref="RootUsageGuard.Warn"/>. Only root and the trusted façade may do this (ID-041). The result
/// is the user.
/// </summary>
/// <param name="UserName">The name of the new user (ID-043).</param>
public sealed record BootstrapAdministrator(string UserName) : IamChange<IamUser>
{
    /// <summary>
    /// The name of the group. An existing group is used only if it already has <c>AdministratorAccess</c> or has no members.
    /// </summary>
    /// <value><c>Admins</c></value>
    public string GroupName { get; init; } = "Admins";

    /// <summary>The initial password; <see langword="null"/> if the user does not sign in with a password yet.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the user must change the password at the first sign-in.</summary>
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

    /// <summary>Returns a description without the password (CR-107).</summary>
    public override string ToString() => $"{nameof(BootstrapAdministrator)} {UserName} {GroupName}";

    internal override ValueTask AuthorizeAsync(AdministrationWork work)
    {
        AccountRules.CheckRoot(work, Action);
        return default; // The parts are authorized one by one.
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
                IamErrorCode.EntityAlreadyExists, $"The group {group.Name} has members who would become administrators as well.", "ID-041");
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
