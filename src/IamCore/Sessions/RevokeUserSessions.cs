using IamCore.Administration;
using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Sessions;

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
