using IamCore.Model;

namespace IamCore.Administration.Users;

/// <summary>
/// Deletes a user that has nothing left but tags and a boundary (ID-088); otherwise fails with <c>DeleteConflict</c> and lists what is
/// left in the details (ID-089).
/// </summary>
/// <param name="UserName">The name, ignoring case.</param>
public sealed record DeleteUser(string UserName) : IamChange<NoResult>
{
    internal override void Validate(ParameterCheck check) => NamedKind.User.Check(check, UserName);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await NamedKind.User.CheckOnAsync(work, Action, UserName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var user = await NamedKind.User.GetAsync<IamUser>(work, UserName, "ID-088").ConfigureAwait(false);
        CheckRevision(user);
        (await UserDependencies.OfAsync(work, user).ConfigureAwait(false)).Throw();
        work.Delete(user);
        return default;
    }
}
