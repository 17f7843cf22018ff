using IamCore.Model;

namespace IamCore.Administration.Reports;

/// <summary>
/// Returns the object that a unique id identifies (ID-067). The result is <see langword="null"/> if there is none in the account.
/// </summary>
/// <param name="UniqueIdentifier">The unique id, for example <c>AIDA…</c>.</param>
public sealed record ResolveUniqueId(string UniqueIdentifier) : IamQuery<ResolvedId?>
{
    /// <inheritdoc />
    public override string Action => "iamcore:ResolveUniqueId";

    internal override void Validate(ParameterCheck check)
    {
        if (check.Require(UniqueIdentifier is not null, nameof(UniqueIdentifier), "is required", "ID-065"))
        {
            check.Length(UniqueIdentifier!, nameof(UniqueIdentifier), 1, UniqueId.MaxLength, "ID-216");
        }
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<ResolvedId?> ApplyAsync(AdministrationWork work)
    {
        var kind = UniqueId.KindOf(UniqueIdentifier);
        var found = kind == ObjectKind.None ? null : await work.FindUntrackedAsync<AccountObject>(new(kind, UniqueIdentifier)).ConfigureAwait(false);
        return found is not null && (work.IsOfInstance || found.Account == work.AccountId) ? new(kind, found.Account, found.Arn) : null;
    }
}
