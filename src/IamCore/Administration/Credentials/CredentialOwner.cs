using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>The owner of the credentials an operation is about: a user or the root user (ID-243).</summary>
/// <param name="Key">The key of the user, or of the account for its root user.</param>
/// <param name="Arn">The ARN.</param>
/// <param name="User">The user; null for root.</param>
internal sealed record CredentialOwner(ObjectKey Key, string Arn, IamUser? User)
{
    /// <summary>The name in reports and results; null for root.</summary>
    public string? UserName => User?.Name;

    public bool IsRoot => User is null;

    public static void Check(ParameterCheck check, string? userName)
    {
        if (userName is not null)
        {
            NamedKind.User.Check(check, userName);
        }
    }

    /// <summary>Returns the named user; without a name, the caller or, for the host's own code, the root user.</summary>
    /// <exception cref="IamException">
    /// <c>NoSuchEntity</c>: there is no such user; <c>ValidationError</c>: no name was given and the caller is not a user.
    /// </exception>
    public static async ValueTask<CredentialOwner> GetAsync(AdministrationWork work, string? userName, string rule)
    {
        if (userName is not null)
        {
            var user = await NamedKind.User.GetAsync<IamUser>(work, userName, rule).ConfigureAwait(false);
            return new(user.Key, user.Arn, user);
        }

        if (work.Caller is null || work.Caller.Principal.Kind == PrincipalKind.RootUser)
        {
            return new(work.Account.Key, work.Account.RootArn, null);
        }

        var caller = work.Caller.UserId is { } id ? await work.FindAsync<IamUser>(new ObjectKey(ObjectKind.User, id)).ConfigureAwait(false) : null;
        return caller is null
            ? throw IamErrors.Validation("Must specify userName when calling with non-User credentials", "ID-243")
            : new(caller.Key, caller.Arn, caller);
    }

    /// <summary>Checks whether the caller may perform an action on that user (ID-239).</summary>
    public static async ValueTask AuthorizeAsync(AdministrationWork work, string action, string? userName, ValueList<KeyValuePair<string, string>>? keys = null)
    {
        AdministrationCheck check;
        if (userName is not null)
        {
            check = await NamedKind.User.CheckOnAsync(work, action, userName).ConfigureAwait(false);
        }
        else
        {
            var owner = await GetAsync(work, null, "ID-243").ConfigureAwait(false);
            check = new() { Action = action, Resource = owner.Arn, ResourceTags = owner.User?.Tags };
        }

        await work.CheckAsync(keys is null ? check : check with { Keys = keys }).ConfigureAwait(false);
    }
}
