using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Makes a directory user, who can sign in once invited or given a password (ST-133, ST-137). Gives the user.</summary>
/// <param name="UserName">The name to sign in with.</param>
public sealed record CreateDirectoryUser(string UserName) : IdentityCenterChange<DirectoryUser>
{
    /// <summary>For people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The parts of the person's name.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The e-mail address, to which the invitation goes.</summary>
    public string? Email { get; init; }

    /// <summary>How other systems know the user.</summary>
    public ValueList<ExternalId> ExternalIds { get; init; } = ValueList<ExternalId>.Empty;

    /// <summary>Further attributes for access control.</summary>
    public ValueList<UserAttribute> Attributes { get; init; } = ValueList<UserAttribute>.Empty;

    /// <inheritdoc />
    public override string Action => "identitystore:CreateUser";

    internal override void Validate(ParameterCheck check)
    {
        DirectoryRules.CheckUserName(check, UserName);
        UserFields.Check(check, DisplayName, Name, Email, ExternalIds, Attributes);
    }

    internal override async ValueTask<DirectoryUser> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = new DirectoryUser
        {
            Id = DirectoryRules.NewId(work),
            Account = instance.Account,
            InstanceId = instance.Id,
            UserName = UserName,
            DisplayName = DisplayName,
            Name = Name,
            Email = string.IsNullOrEmpty(Email) ? null : Email,
            ExternalIds = ExternalIds,
            Attributes = DirectoryRules.InOrder(Attributes),
            Status = DirectoryUserStatus.Enabled,
            CreateDate = work.Now,
        };
        await DirectoryRules.CheckFreeAsync(work, user, "user name or external id").ConfigureAwait(false);
        await work.CheckRoomAsync(ObjectKind.DirectoryUser, Quota.DirectoryUsersPerInstance, instance.Scope).ConfigureAwait(false);
        var login = new DirectoryLogin { Id = user.Id, Account = instance.Account, InstanceId = instance.Id, CreateDate = work.Now };
        work.Put(user);
        work.Put(login);
        DirectoryRules.Invite(work, instance, user, login);
        return user;
    }
}
