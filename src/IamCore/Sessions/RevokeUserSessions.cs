using IamCore.Administration;
using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Sessions;

/// <summary>
/// Denies everything to the sessions of a user that were issued before a given time; long-term keys keep working (ST-105). The result is
/// the user.
/// </summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
public sealed record RevokeUserSessions(string UserName) : IamCommand<IamUser>
{
    /// <summary>The time before which the affected sessions were issued, with millisecond precision.</summary>
    /// <value><see langword="null"/>: now.</value>
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
