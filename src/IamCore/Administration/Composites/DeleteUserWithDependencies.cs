using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>
/// Deletes a user together with its credentials, memberships and inline policies (ID-090). Groups and managed policies are kept.
/// </summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
public sealed record DeleteUserWithDependencies(string UserName) : IamComposite<NoResult>
{
    internal override void Validate(ParameterCheck check) => NamedKind.User.Check(check, UserName);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var delete = new DeleteUser(UserName);
        await work.AuthorizeAsync(delete).ConfigureAwait(false); // First, so that only an authorized caller learns whether the user exists (ID-238).
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
