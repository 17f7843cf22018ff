using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>Returns the account operated on.</summary>
public sealed record GetAccount : IamQuery<IamAccount>
{
    /// <inheritdoc />
    public override string Action => "account:GetAccountInformation";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<IamAccount> ApplyAsync(AdministrationWork work) => new(work.Account);
}
