using IamCore.Administration;

namespace IamCore.IdentityCenter;

/// <summary>What the portal itself changes, on the trusted façade: it has made sure who asks. Nobody else can make these.</summary>
internal abstract record PortalCommand<TResult>(string UserId) : IdentityCenterChange<TResult>
{
    public override string Action => $"identitystore:{GetType().Name}";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal sealed override ValueTask AuthorizeAsync(AdministrationWork work) => throw CenterRefusals.Denied("Only the access portal does this.", "ST-148");

    public sealed override string ToString() => $"{GetType().Name} {UserId}";
}

/// <summary>Sets the first password of who redeems an invitation; the version of the login makes it good for one use (ST-137).</summary>
internal sealed record RedeemInvitation(string UserId, int Version, string Password) : PortalCommand<Nothing>(UserId)
{
    internal override void Validate(ParameterCheck check) => PortalPasswords.Check(check, Password);

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await work.FindAsync<DirectoryUser>(new ObjectKey(ObjectKind.DirectoryUser, UserId)).ConfigureAwait(false);
        var login = user is null ? null : await work.FindAsync<DirectoryLogin>(DirectoryLogin.KeyOf(UserId)).ConfigureAwait(false);
        if (user is not { Status: DirectoryUserStatus.Enabled } || user.InstanceId != instance.Id || login is not { PasswordHash: null } || login.Version != Version
            || instance.IdentitySource != IdentitySource.Directory)
        {
            throw Void();
        }

        work.Put(PortalPasswords.With(work, login, Password, resetRequired: false));
        return default;
    }

    public static IamException Void() => CenterRefusals.Denied("The invitation is not valid.", "ST-137");
}

/// <summary>Sets another password for who has shown the present one.</summary>
internal sealed record ChangePortalPassword(string UserId, int Version, string OldPassword, string NewPassword) : PortalCommand<DirectoryLogin>(UserId)
{
    internal override void Validate(ParameterCheck check) => PortalPasswords.Check(check, NewPassword);

    internal override async ValueTask<DirectoryLogin> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        PortalPasswords.CheckSource(instance);
        var login = await work.FindAsync<DirectoryLogin>(DirectoryLogin.KeyOf(UserId)).ConfigureAwait(false);
        if (login?.PasswordHash is not { } hash || login.Version != Version
            || work.Credentials.Options.PasswordHasher.Verify(OldPassword, hash) == PasswordMatch.None)
        {
            throw CenterRefusals.Denied("The password is not right.", "ST-148");
        }

        var changed = PortalPasswords.With(work, login, NewPassword, resetRequired: false);
        work.Put(changed);
        return changed;
    }
}

/// <summary>Makes who comes from a directory of the host's a directory user, or brings the user up to date (ST-135).</summary>
internal sealed record AdoptSourceUser(SourceUser Person) : PortalCommand<DirectoryUser>(Person.Id)
{
    private const string Issuer = "directory-source";

    internal override async ValueTask<DirectoryUser> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var id = new ExternalId(Issuer, Person.Id);
        var user = await work.FindAsync<DirectoryUser>(DirectoryUser.ExternalKey(instance.Id, id)).ConfigureAwait(false);
        if (user is null && await work.FindAsync<DirectoryUser>(DirectoryUser.NameKey(instance.Id, Person.UserName)).ConfigureAwait(false) is { } known)
        {
            // whoever was provisioned by name before; a name that already belongs to another person of the source does not change hands
            user = ((IEnumerable<ExternalId>)known.ExternalIds).Any(other => other.Issuer == Issuer)
                ? throw CenterRefusals.Taken("user name", "ST-133") : known with { ExternalIds = [.. known.ExternalIds, id] };
        }

        user = user is null
            ? await work.RunAsync(new CreateDirectoryUser(Person.UserName)
            {
                InstanceArn = InstanceArn,
                DisplayName = Person.DisplayName,
                Name = Person.Name,
                Email = Person.Email,
                Attributes = Person.Attributes,
                ExternalIds = [id],
            }).ConfigureAwait(false)
            : await UpdatedAsync(work, user).ConfigureAwait(false);
        if (Person.Groups is not { } names)
        {
            return user;
        }

        var groups = new List<string>();
        foreach (var name in (IEnumerable<string>)names)
        {
            if (await work.FindAsync<DirectoryGroup>(DirectoryGroup.NameKey(instance.Id, name)).ConfigureAwait(false) is { } group && !groups.Contains(group.Id))
            {
                groups.Add(group.Id);
            }
        }

        var member = user with { Groups = [.. groups] };
        if (member != user)
        {
            work.Put(member);
        }

        return member;
    }

    private async ValueTask<DirectoryUser> UpdatedAsync(AdministrationWork work, DirectoryUser user)
    {
        var check = new ParameterCheck(work.Quotas);
        DirectoryRules.CheckUserName(check, Person.UserName);
        UserFields.Check(check, Person.DisplayName, Person.Name, Person.Email, user.ExternalIds, Person.Attributes);
        check.Throw();
        var updated = user with
        {
            UserName = Person.UserName,
            DisplayName = Person.DisplayName,
            Name = Person.Name,
            Email = string.IsNullOrEmpty(Person.Email) ? null : Person.Email,
            Attributes = DirectoryRules.InOrder(Person.Attributes),
        };
        await DirectoryRules.CheckFreeAsync(work, updated, "user name").ConfigureAwait(false);
        if (updated != await work.PeekAsync<DirectoryUser>(user.Key).ConfigureAwait(false))
        {
            work.Put(updated);
        }

        return updated;
    }
}
