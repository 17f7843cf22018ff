namespace IamCore.Policies.Linting.Catalog;

/// <summary>Something about a catalog document that its author should know (VA-209).</summary>
/// <param name="Code">The kind, for example <c>CAT_UNKNOWN_RESOURCE</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">One sentence without a full stop.</param>
/// <param name="Path">JSON path of the place (VA-013).</param>
/// <param name="Line">Line of the place, from 1.</param>
public sealed record CatalogDiagnostic(string Code, CatalogSeverity Severity, string Message, string Path, int Line)
{
    /// <summary>For people: <c>CAT_UNKNOWN_TYPE $.ConditionKeys[2].Types[0] (7): …</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Code} {Path} ({Line}): {Message}");
}
