using IamCore.Administration.Policies;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Users;

/// <summary>Returns a user, or the root user if it calls for itself (ID-085).</summary>
/// <param name="UserName">The name, ignoring case; <see langword="null"/> for the calling user (ID-243).</param>
public sealed record GetUser(string? UserName = null) : IamQuery<UserDescription>
{
    internal override void Validate(ParameterCheck check)
    {
        if (UserName is not null)
        {
            NamedKind.User.Check(check, UserName);
        }
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        if (UserName is null && work.Caller!.Principal.Kind == PrincipalKind.RootUser)
        {
            await work.CheckAsync(new() { Action = Action, Resource = work.Account.RootArn }).ConfigureAwait(false);
            return;
        }

        var name = UserName ?? (await CallerAsync(work).ConfigureAwait(false)).Name;
        await work.CheckAsync(await NamedKind.User.CheckOnAsync(work, Action, name).ConfigureAwait(false)).ConfigureAwait(false);
    }

    internal override async ValueTask<UserDescription> ApplyAsync(AdministrationWork work)
    {
        if (UserName is null && work.Caller?.Principal.Kind == PrincipalKind.RootUser)
        {
            return new UserDescription(work.Account.Id, work.Account.RootArn, null, null);
        }

        var user = UserName is null
            ? await CallerAsync(work).ConfigureAwait(false)
            : await NamedKind.User.GetAsync<IamUser>(work, UserName, "ID-085").ConfigureAwait(false);
        return new(user.Id, user.Arn, user, await ResolvedPolicy.ArnOfAsync(work, user.PermissionsBoundary).ConfigureAwait(false));
    }

    /// <summary>Returns the calling user (ID-243).</summary>
    internal static async ValueTask<IamUser> CallerAsync(AdministrationWork work) =>
        (work.Caller?.UserId is { } id ? await work.FindAsync<IamUser>(new ObjectKey(ObjectKind.User, id)).ConfigureAwait(false) : null)
        ?? throw IamErrors.Validation("Must specify userName when calling with non-User credentials", "ID-243");
}
