using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>
/// Creates a directory user, who can sign in once invited or given a password (ST-133, ST-137). The result is the new user.
/// </summary>
/// <param name="UserName">The sign-in name, 1 to 128 characters, unique in the instance.</param>
public sealed record CreateDirectoryUser(string UserName) : IdentityCenterChange<DirectoryUser>
{
    /// <summary>The name to display; <see langword="null"/> for none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The parts of the person's name; <see langword="null"/> if unknown.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The e-mail address, to which the invitation is sent; <see langword="null"/> for none.</summary>
    public string? Email { get; init; }

    /// <summary>The ids by which other systems know the user, at most 10.</summary>
    public ValueList<ExternalId> ExternalIds { get; init; } = ValueList<ExternalId>.Empty;

    /// <summary>Further attributes for access control, at most 50.</summary>
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
        await work.CheckQuotaAsync(ObjectKind.DirectoryUser, Quota.DirectoryUsersPerInstance, instance.Scope).ConfigureAwait(false);
        var login = new DirectoryLogin { Id = user.Id, Account = instance.Account, InstanceId = instance.Id, CreateDate = work.Now };
        work.Put(user);
        work.Put(login);
        DirectoryRules.Invite(work, instance, user, login);
        return user;
    }
}
