using IamCore.Administration;
using IamCore.IdentityCenter;

namespace IamCore;

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

/// <summary>Changes a directory user (ST-133). Another e-mail address voids invitations, and brings a new one to who has no password yet. Gives the user.</summary>
/// <param name="UserId">The user.</param>
public sealed record UpdateDirectoryUser(string UserId) : IdentityCenterChange<DirectoryUser>
{
    /// <summary>The name to sign in with; <see langword="null"/> leaves it.</summary>
    public string? UserName { get; init; }

    /// <summary>For people; <see langword="null"/> leaves it, the empty text removes it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The parts of the person's name; <see langword="null"/> leaves them.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The e-mail address; <see langword="null"/> leaves it, the empty text removes it.</summary>
    public string? Email { get; init; }

    /// <summary>How other systems know the user; <see langword="null"/> leaves it.</summary>
    public ValueList<ExternalId>? ExternalIds { get; init; }

    /// <summary>Further attributes for access control; <see langword="null"/> leaves them.</summary>
    public ValueList<UserAttribute>? Attributes { get; init; }

    /// <inheritdoc />
    public override string Action => "identitystore:UpdateUser";

    internal override void Validate(ParameterCheck check)
    {
        DirectoryRules.CheckId(check, UserId, nameof(UserId));
        if (UserName is not null)
        {
            DirectoryRules.CheckUserName(check, UserName);
        }

        UserFields.Check(check, DisplayName, Name, Email, ExternalIds, Attributes);
    }

    internal override async ValueTask<DirectoryUser> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        CheckRevision(user);
        await CenterAccess.CheckNotOwnersAsync(work, instance, CenterAccess.PrincipalsOf(user)).ConfigureAwait(false);
        var changed = user with
        {
            UserName = UserName ?? user.UserName,
            DisplayName = DisplayName is null ? user.DisplayName : UserFields.OrNull(DisplayName),
            Name = Name ?? user.Name,
            Email = Email is null ? user.Email : UserFields.OrNull(Email),
            ExternalIds = ExternalIds ?? user.ExternalIds,
            Attributes = Attributes is null ? user.Attributes : DirectoryRules.InOrder(Attributes),
        };
        await DirectoryRules.CheckFreeAsync(work, changed, "user name or external id").ConfigureAwait(false);
        if (changed != user)
        {
            work.Put(changed);
        }

        if (changed.Email != user.Email)
        {
            var login = await DirectoryRules.LoginOfAsync(work, user).ConfigureAwait(false);
            login = login with { Version = login.Version + 1 };
            work.Put(login);
            DirectoryRules.Invite(work, instance, changed, login);
        }

        return changed;
    }
}

/// <summary>Lets a directory user sign in, or not: no sign-in and no new credentials from then on (ST-153). Gives the user.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Status">Whether the user can sign in.</param>
public sealed record SetUserStatus(string UserId, DirectoryUserStatus Status) : IdentityCenterChange<DirectoryUser>
{
    /// <inheritdoc />
    public override string Action => "identitystore:SetUserStatus";

    internal override void Validate(ParameterCheck check)
    {
        DirectoryRules.CheckId(check, UserId, nameof(UserId));
        check.Require(Status is DirectoryUserStatus.Enabled or DirectoryUserStatus.Disabled, nameof(Status), "must be ENABLED or DISABLED", "ST-133");
    }

    internal override async ValueTask<DirectoryUser> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        CheckRevision(user);
        await CenterAccess.CheckNotOwnersAsync(work, instance, CenterAccess.PrincipalsOf(user)).ConfigureAwait(false);
        var changed = user with { Status = Status };
        if (changed != user)
        {
            work.Put(changed);
        }

        return changed;
    }
}

/// <summary>Sets a directory user's password (ST-133, ST-136).</summary>
/// <param name="UserId">The user.</param>
/// <param name="Password">The password.</param>
public sealed record SetUserPassword(string UserId, string Password) : IdentityCenterChange<Nothing>
{
    /// <summary>Whether the user must change it at the next sign-in.</summary>
    public bool ResetRequired { get; init; }

    /// <inheritdoc />
    public override string Action => "identitystore:SetUserPassword";

    internal override void Validate(ParameterCheck check)
    {
        DirectoryRules.CheckId(check, UserId, nameof(UserId));
        PortalPasswords.Check(check, Password);
    }

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        await CenterAccess.CheckNotOwnersAsync(work, instance, CenterAccess.PrincipalsOf(user)).ConfigureAwait(false);
        PortalPasswords.CheckSource(instance);
        var login = await DirectoryRules.LoginOfAsync(work, user).ConfigureAwait(false);
        work.Put(PortalPasswords.With(work, login, Password, ResetRequired));
        return default;
    }

    /// <summary>The user (CR-107).</summary>
    public override string ToString() => $"{nameof(SetUserPassword)} {UserId}";
}

/// <summary>Deletes a directory user with its memberships, assignments, password and devices (ST-134).</summary>
/// <param name="UserId">The user.</param>
public sealed record DeleteDirectoryUser(string UserId) : IdentityCenterChange<Nothing>
{
    /// <inheritdoc />
    public override string Action => "identitystore:DeleteUser";

    internal override void Validate(ParameterCheck check) => DirectoryRules.CheckId(check, UserId, nameof(UserId));

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        CheckRevision(user);
        await CenterAccess.CheckNotOwnersAsync(work, instance, CenterAccess.PrincipalsOf(user)).ConfigureAwait(false);
        await Provisioning.UnassignAllAsync(work, instance, user.Key).ConfigureAwait(false);
        foreach (var device in await work.ReferrersAsync<PortalDevice>(ObjectKind.PortalDevice, Relation.Credential, user.Key, instance.Scope).ConfigureAwait(false))
        {
            work.Delete(device);
        }

        work.Delete(await DirectoryRules.LoginOfAsync(work, user).ConfigureAwait(false));
        work.Delete(user);
        return default;
    }
}

/// <summary>Reads a directory user.</summary>
/// <param name="UserId">The user.</param>
public sealed record DescribeDirectoryUser(string UserId) : IdentityCenterQuery<DirectoryUser>
{
    /// <inheritdoc />
    public override string Action => "identitystore:DescribeUser";

    internal override void Validate(ParameterCheck check) => DirectoryRules.CheckId(check, UserId, nameof(UserId));

    internal override async ValueTask<DirectoryUser> ApplyAsync(AdministrationWork work) =>
        await DirectoryRules.GetUserAsync(work, await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false), UserId).ConfigureAwait(false);
}

/// <summary>Lists the directory users by name.</summary>
public sealed record ListDirectoryUsers : IdentityCenterListQuery<DirectoryUser>
{
    /// <inheritdoc />
    public override string Action => "identitystore:ListUsers";

    internal override async ValueTask<Page<DirectoryUser>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        return await work.PageAsync<DirectoryUser, DirectoryUser>(this, ObjectKind.DirectoryUser, null, scope: instance.Scope).ConfigureAwait(false);
    }
}

/// <summary>Finds the id of a directory user by its name or by one of its external ids.</summary>
public sealed record GetUserId : IdentityCenterQuery<string>
{
    /// <summary>The name, in any letter case; <see langword="null"/> where the external id is given.</summary>
    public string? UserName { get; init; }

    /// <summary>The external id; <see langword="null"/> where the name is given.</summary>
    public ExternalId? ExternalId { get; init; }

    /// <inheritdoc />
    public override string Action => "identitystore:GetUserId";

    internal override void Validate(ParameterCheck check) =>
        check.Require(UserName is null != ExternalId is null, nameof(UserName), "must be given, or ExternalId, and not both", "ST-133");

    internal override async ValueTask<string> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var key = UserName is not null ? DirectoryUser.NameKey(instance.Id, UserName) : DirectoryUser.ExternalKey(instance.Id, ExternalId!);
        return (await work.FindAsync<DirectoryUser>(key).ConfigureAwait(false))?.Id ?? throw CenterRefusals.Missing("user", "ST-133");
    }
}

/// <summary>The form of a user's fields.</summary>
internal static class UserFields
{
    public static void Check(
        ParameterCheck check, string? displayName, PersonName? name, string? email, ValueList<ExternalId>? externalIds, ValueList<UserAttribute>? attributes)
    {
        DirectoryRules.CheckText(check, displayName, "DisplayName", 1024);
        DirectoryRules.CheckText(check, name?.GivenName, "Name.GivenName", 1024);
        DirectoryRules.CheckText(check, name?.FamilyName, "Name.FamilyName", 1024);
        DirectoryRules.CheckEmail(check, email);
        DirectoryRules.CheckExternalIds(check, externalIds);
        DirectoryRules.CheckAttributes(check, attributes);
    }

    public static string? OrNull(string text) => text.Length == 0 ? null : text;
}
