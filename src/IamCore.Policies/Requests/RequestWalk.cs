namespace IamCore.Policies.Requests;

/// <summary>One request on its way through the policies: what was asked of its context so far.</summary>
internal ref struct RequestWalk
{
    private readonly ref readonly AccessRequest _request;
    private RequestFacts? _facts;

    public RequestWalk(in AccessRequest request, bool hasBoundary)
    {
        _request = ref request;
        HasBoundary = hasBoundary;
    }

    /// <summary>The question.</summary>
    public readonly ref readonly AccessRequest Request => ref _request;

    /// <summary>Whether the principal has a permissions boundary (PL-060).</summary>
    public bool HasBoundary { get; }

    /// <summary>The keys asked for so far.</summary>
    public RequestFacts Facts => _facts ??= RequestFacts.Rent();

    /// <summary>What the request has under a key.</summary>
    public ContextFact Fact(ContextKey key) => Facts.Get(in _request, key);

    /// <summary>One value of a multivalued key, as if it were single; stands until the next call.</summary>
    public ContextFact Element(ContextKey key, string value)
    {
        Facts.Element.SetText(key, value);
        return Facts.Element;
    }

    /// <summary>Gives back what the walk borrowed; forgetting to costs an allocation, nothing else.</summary>
    public readonly void Return() => _facts?.Return();
}
