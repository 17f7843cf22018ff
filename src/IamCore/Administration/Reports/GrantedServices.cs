namespace IamCore.Administration.Reports;

/// <summary>Finds the services that documents allow anything of, regardless of resources and conditions.</summary>
internal static class GrantedServices
{
    public static bool Grants(PolicyDocument document, string service) => document.Statements.ToArray().Any(statement =>
        statement.Effect == Effect.Allow
        && (statement.NotAction is { } not
            ? !not.ToArray().Any(action => action == "*" || action.Equals($"{service}:*", StringComparison.OrdinalIgnoreCase))
            : (statement.Action ?? ValueList<string>.Empty).ToArray().Any(action => action == "*" || action.StartsWith($"{service}:", StringComparison.OrdinalIgnoreCase))));

    public static IEnumerable<string> NamedIn(PolicyDocument document) => document.Statements.ToArray()
        .Where(statement => statement.Effect == Effect.Allow)
        .SelectMany(statement => (statement.Action ?? ValueList<string>.Empty).ToArray())
        .Where(action => action.Contains(':', StringComparison.Ordinal))
        .Select(action => action[..action.IndexOf(':', StringComparison.Ordinal)].ToLowerInvariant());
}
