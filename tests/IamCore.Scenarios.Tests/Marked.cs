namespace IamCore.Scenarios.Tests;

/// <summary>JSON with a <c>§</c> at the place where an error is expected.</summary>
internal static class Marked
{
    /// <summary>The text without the mark, and the mark's line and column, from 1.</summary>
    public static (string Json, int Line, int Column) Take(string marked)
    {
        var at = marked.IndexOf('§', StringComparison.Ordinal);
        var before = marked[..at];
        return (before + marked[(at + 1)..], before.Count(c => c == '\n') + 1, at - before.LastIndexOf('\n'));
    }

    /// <summary>Asserts that the one scenario in the text is refused with this error first, at the mark.</summary>
    public static ScenarioFault AssertFault(string marked, string code, string path)
    {
        var (json, line, column) = Take(marked);
        var scenario = Assert.Single(ScenarioFile.Parse(json));
        Assert.Null(scenario.Request);
        var fault = scenario.Fault;
        Assert.NotNull(fault);
        Assert.Equal((code, path, line, column), (fault.Code, fault.Path, fault.Line, fault.Column));
        Assert.NotEmpty(fault.Message);
        Assert.False(fault.Message.EndsWith('.'), fault.Message);
        return fault;
    }
}
