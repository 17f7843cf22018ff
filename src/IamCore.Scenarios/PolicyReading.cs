using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>The policies of one scenario, or of several that share them word for word, with where they stood when they were read.</summary>
internal sealed class PolicyReading(ScenarioPolicies policies, int line, int column)
{
    private readonly Lazy<ApplicablePolicies> _compiled = new(policies.Compile);

    public static PolicyReading None { get; } = new(ScenarioPolicies.None, 1, 1);

    public ScenarioPolicies Policies { get; } = policies;

    /// <summary>The same, compiled when first asked for.</summary>
    public ApplicablePolicies Compiled => _compiled.Value;

    /// <summary>Where a statement stands in a file in which the member <c>policies</c> starts at the line and column given.</summary>
    public (int Line, int Column) PlaceOf(StatementReference statement, (int Line, int Column) start)
    {
        var place = statement.Document.Source.FindStatement(statement.Index);
        return (place.Line - line + start.Line, place.Line == line ? place.Column - column + start.Column : place.Column);
    }
}
