namespace IamCore.Administration.Accounts;

/// <summary>Lists the account's aliases: one or none (ID-020).</summary>
public sealed record ListAccountAliases : IamListQuery<string>
{
    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<Page<string>> ApplyAsync(AdministrationWork work) =>
        new(work.PageOf(this, "", work.Account.Alias is { } alias ? [alias] : Array.Empty<string>(), a => a));
}
