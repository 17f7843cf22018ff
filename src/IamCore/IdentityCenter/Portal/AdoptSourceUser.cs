using IamCore.Administration;
using IamCore.Configuration;
using IamCore.IdentityCenter.Directory;
using IamCore.Model;

namespace IamCore.IdentityCenter.Portal;

/// <summary>Creates or updates the directory user for a person authenticated by the host's own directory (ST-135).</summary>
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
            // The user was provisioned by name before. A name that already belongs to another person of the source is never taken over.
            user = ((IEnumerable<ExternalId>)known.ExternalIds).Any(other => other.Issuer == Issuer)
                ? throw IdentityCenterErrors.Taken("user name", "ST-133") : known with { ExternalIds = [.. known.ExternalIds, id] };
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
        if (updated != await work.FindUntrackedAsync<DirectoryUser>(user.Key).ConfigureAwait(false))
        {
            work.Put(updated);
        }

        return updated;
    }
}
