using IamCore.Administration;
using IamCore.Errors;

namespace IamCore;

/// <summary>Denies everything to the sessions of a role issued before a time, in whatever way they were obtained (ST-103, ST-104).</summary>
/// <param name="RoleName">The role, in any letter case.</param>
public sealed record RevokeRoleSessions(string RoleName) : IamCommand<IamRole>
{
    /// <summary>Sessions issued before this moment, in milliseconds; <see langword="null"/> for now.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <inheritdoc />
    public override string Action => "iam:PutRolePolicy";

    internal override void Validate(ParameterCheck check) => NamedKind.Role.Check(check, RoleName);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await IdentityRules<IamRole>.CheckAsync(work, Action, RoleName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<IamRole> ApplyAsync(AdministrationWork work)
    {
        var role = await NamedKind.Role.GetAsync<IamRole>(work, RoleName, "ST-103").ConfigureAwait(false);
        IdentityRules<IamRole>.CheckModifiable(role, "ST-103");
        var before = Before ?? work.Options.TimeProvider.GetUtcNow();
        var revoked = role with { InlinePolicies = InlinePolicies.With(role.InlinePolicies, CutOffPolicies.Revocation(before)) };
        work.Put(revoked);
        return revoked;
    }
}

/// <summary>Denies everything to the sessions of a user issued before a time; its long-term keys go on (ST-105).</summary>
/// <param name="UserName">The user, in any letter case.</param>
public sealed record RevokeUserSessions(string UserName) : IamCommand<IamUser>
{
    /// <summary>Sessions issued before this moment, in milliseconds; <see langword="null"/> for now.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <inheritdoc />
    public override string Action => "iamcore:RevokeUserSessions";

    internal override void Validate(ParameterCheck check) => NamedKind.User.Check(check, UserName);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await NamedKind.User.CheckOnAsync(work, Action, UserName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<IamUser> ApplyAsync(AdministrationWork work)
    {
        var user = await NamedKind.User.GetAsync<IamUser>(work, UserName, "ST-105").ConfigureAwait(false);
        var before = Before ?? work.Options.TimeProvider.GetUtcNow();
        var revoked = user with { InlinePolicies = InlinePolicies.With(user.InlinePolicies, CutOffPolicies.Revocation(before)) };
        work.Put(revoked);
        return revoked;
    }
}

/// <summary>Ends one session, and the sign-in sessions made from it (ST-107).</summary>
/// <param name="Session">The session, of this account.</param>
public sealed record RevokeSession(Session Session) : IamCommand<Nothing>
{
    /// <inheritdoc />
    public override string Action => "iamcore:RevokeSession";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(new() { Action = Action, Resource = await TargetAsync(work).ConfigureAwait(false) }).ConfigureAwait(false);

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        if (Session.Account != work.AccountId)
        {
            throw new IamException(IamErrorCode.AccessDenied, "The session is of another account.", "ST-107");
        }

        var key = SpentToken.KeyOfSession(Session.AccessKeyId);
        if (await work.FindAsync<SpentToken>(key).ConfigureAwait(false) is null)
        {
            work.Put(new SpentToken { Id = key.Id, Account = work.AccountId, Expiration = Session.Expiration });
        }

        return default;
    }

    private async ValueTask<string> TargetAsync(AdministrationWork work) => Session.IsRoot ? work.Account.RootArn
        : (await work.FindAsync<IamEntity>(Session.Entity).ConfigureAwait(false))?.Arn
            ?? throw Refusals.Missing("principal of the session", Session.Entity.Id, "ST-107");
}
