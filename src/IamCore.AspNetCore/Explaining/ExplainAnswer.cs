namespace IamCore.AspNetCore.Explaining;

/// <summary>An answer, ready to be shown.</summary>
internal sealed record ExplainAnswer(
    string Decision, bool IsAllowed, string Because, string Principal, long Revision, IReadOnlyList<string> Missing, IReadOnlyList<ExplainedPolicy> Policies)
{
    /// <summary>The session that was asked in; null where the principal was asked about by name alone.</summary>
    public ExplainedSession? Session { get; init; }
}
