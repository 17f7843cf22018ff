namespace IamCore.Policies.Linting.Model;

/// <summary>A finding before places are looked up and the message is written.</summary>
internal sealed class Draft(FindingRule rule, Place place, ReadOnlySpan<(string Name, string Value)> arguments)
{
    public FindingRule Rule { get; } = rule;

    public (string Name, string Value)[] Arguments { get; private set; } = arguments.ToArray();

    public List<Place> Places { get; } = [place];

    public FindingType Type { get; set; } = rule.Type;

    /// <summary>What stands in place of the rule's own sentence about the problem.</summary>
    public string? Problem { get; set; }

    /// <summary>What stands in place of the rule's own sentence about the repair.</summary>
    public string? Repair { get; set; }

    /// <summary>Adds a place.</summary>
    public Draft And(Place place)
    {
        Places.Add(place);
        return this;
    }

    /// <summary>Adds an argument.</summary>
    public Draft With(string name, string? value)
    {
        if (value is not null)
        {
            Arguments = [.. Arguments, (name, value)];
        }

        return this;
    }
}
