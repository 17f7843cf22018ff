namespace IamCore.Policies.Linting.Rules;

/// <summary>All rules there are.</summary>
internal static class FindingRules
{
    /// <summary>AWS's codes, then IamCore's own.</summary>
    public static ValueList<FindingRule> All { get; } =
        [.. Errors.All, .. SecurityWarnings.All, .. Warnings.All, .. Suggestions.All, .. OwnRules.All];
}
