namespace IamCore.Administration;

/// <summary>An operation that returns a list page by page (ID-265).</summary>
/// <remarks>
/// To read the whole list, repeat the query with <see cref="Marker"/> set to the <see cref="Page{T}.Marker"/> of the previous page until
/// that is <see langword="null"/>.
/// </remarks>
/// <typeparam name="TItem">The type of the items.</typeparam>
public abstract record IamListQuery<TItem> : IamQuery<Page<TItem>>
{
    private protected IamListQuery()
    {
    }

    /// <summary>The maximum number of items per page (1–1000). A page may contain fewer.</summary>
    /// <value>100</value>
    public int? MaxItems { get; init; }

    /// <summary>The continuation marker returned with the previous page; <see langword="null"/> for the first page.</summary>
    public string? Marker { get; init; }

    internal int Limit => MaxItems ?? 100;

    internal override void Validate(ParameterCheck check) => check.Paging(MaxItems, Marker);
}
