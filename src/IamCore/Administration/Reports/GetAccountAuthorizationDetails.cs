using IamCore.Stores;

namespace IamCore.Administration.Reports;

/// <summary>
/// Returns everything that determines who is allowed what in the account, page by page: first users, then groups, roles and managed
/// policies
/// (ID-266). Each page shows one revision of the directory.
/// </summary>
public sealed record GetAccountAuthorizationDetails : IamQuery<AuthorizationDetails>
{
    /// <summary>The kinds of object to return; empty for all.</summary>
    public ValueList<AuthorizationDetailKind> Filter { get; init; } = ValueList<AuthorizationDetailKind>.Empty;

    /// <summary>The maximum number of items per page (1–1000). A page may contain fewer.</summary>
    /// <value>100</value>
    public int? MaxItems { get; init; }

    /// <summary>The continuation marker returned with the previous page; <see langword="null"/> for the first page.</summary>
    public string? Marker { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        check.Paging(MaxItems, Marker);
        foreach (var kind in Filter)
        {
            check.Require(Enum.IsDefined(kind), nameof(Filter), "must be one of the kinds", "ID-266");
        }
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<AuthorizationDetails> ApplyAsync(AdministrationWork work)
    {
        var list = $"{Action}\n{work.AccountId}\n{string.Join(',', Filter)}";
        var position = Markers.Read(list, Marker);
        var wanted = Enum.GetValues<AuthorizationDetailKind>().Where(k => Filter.Count == 0 || Filter.Contains(k)).ToList();
        // The first digit of the position's id tells which kind of object the next page starts with.
        var first = position is { } begun && int.TryParse(begun.Id[..1], out var at) ? at : 0;
        for (var i = first; i < wanted.Count; i++)
        {
            var after = i == first && position is { } p && p.Id.Length > 1 ? new ListPosition(p.FoldedName, p.Id[1..]) : (ListPosition?)null;
            var (page, next) = await DetailPages.ReadAsync(work, wanted[i], after, MaxItems ?? 100).ConfigureAwait(false);
            if (page.Count > 0 || next is not null)
            {
                var marker = next is { } n ? new ListPosition(n.FoldedName, $"{i}{n.Id}") : i + 1 < wanted.Count ? new ListPosition("", $"{i + 1}") : (ListPosition?)null;
                return page with { Marker = marker is { } m ? Markers.Write(list, m) : null };
            }
        }

        return new();
    }
}
