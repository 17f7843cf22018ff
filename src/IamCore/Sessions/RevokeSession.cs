using IamCore.Administration;
using IamCore.Callers;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Sessions;

/// <summary>Revokes one session, and the sign-in sessions created from it (ST-107).</summary>
/// <param name="Session">A session of the account operated on.</param>
public sealed record RevokeSession(Session Session) : IamCommand<NoResult>
{
    /// <inheritdoc />
    public override string Action => "iamcore:RevokeSession";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(new() { Action = Action, Resource = await TargetAsync(work).ConfigureAwait(false) }).ConfigureAwait(false);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        if (Session.Account != work.AccountId)
        {
            throw new IamException(IamErrorCode.AccessDenied, "The session belongs to another account.", "ST-107");
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
            ?? throw IamErrors.Missing("principal of the session", Session.Entity.Id, "ST-107");
}
