namespace IamCore.Administration;

/// <summary>An operation that gives a list, page by page (ID-265).</summary>
/// <typeparam name="TItem">What the list is of.</typeparam>
public abstract record IamListQuery<TItem> : IamQuery<Page<TItem>>
{
    private protected IamListQuery()
    {
    }

    /// <summary>Most items on a page, 1 to 1000; a page may be shorter.</summary>
    /// <value>100</value>
    public int? MaxItems { get; init; }

    /// <summary>Where to go on: what the page before gave; <see langword="null"/> for the first page.</summary>
    public string? Marker { get; init; }

    internal int Limit => MaxItems ?? 100;

    internal override void Validate(ParameterCheck check) => check.Paging(MaxItems, Marker);
}
