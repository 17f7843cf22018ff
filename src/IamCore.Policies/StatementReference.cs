namespace IamCore.Policies;

/// <summary>A statement and its place.</summary>
public sealed record StatementReference
{
    /// <summary>The type it was consulted as; trust policies are <see cref="PolicyType.Trust"/>.</summary>
    public required PolicyType Type { get; init; }

    /// <summary>The policy's name, or its place such as <c>identity[0]</c> or <c>serviceControl[1][0]</c> (EV-113).</summary>
    public required string Policy { get; init; }

    /// <summary>Where the policy came from, for people; see <see cref="NamedPolicy.Origin"/>.</summary>
    public string? Origin { get; init; }

    /// <summary>The document.</summary>
    public required PolicyDocument Document { get; init; }

    /// <summary>Index of the statement in its document, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The statement.</summary>
    public Statement Statement => Document.Statements[Index];

    /// <summary><c>policy-name#sid</c>, or <c>policy-name#index</c> for a statement without a Sid or with an empty one.</summary>
    public override string ToString() =>
        string.IsNullOrEmpty(Statement.Sid) ? FormattableString.Invariant($"{Policy}#{Index}") : $"{Policy}#{Statement.Sid}";
}
