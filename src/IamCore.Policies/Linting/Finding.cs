namespace IamCore.Policies.Linting;

/// <summary>Something about a policy that its author should know (VA-010).</summary>
public sealed record Finding
{
    internal Finding()
    {
    }

    /// <summary>The rule that was broken.</summary>
    public required FindingRule Rule { get; init; }

    /// <summary>The stable code, for example <c>INVALID_ACTION</c>.</summary>
    public string Code => Rule.Code;

    /// <summary>How grave it is; what the parser refuses is an error, whatever the rule's own type (VA-950).</summary>
    public required FindingType Type { get; init; }

    /// <summary>What is wrong and how to repair it (VA-017).</summary>
    public required string Message { get; init; }

    /// <summary>The values in the message, in order; <c>parserCode</c> where the parser refuses the document for this (VA-950).</summary>
    public required FindingArguments Arguments { get; init; }

    /// <summary>All places in document order; at least one.</summary>
    public required ValueList<FindingLocation> Locations { get; init; }

    /// <summary>JSON path of the first place.</summary>
    public string Path => Locations[0].Path;

    /// <summary>Line of the first place, from 1.</summary>
    public int Line => Locations[0].Line;

    /// <summary>Column of the first place, from 1, in UTF-16 code units.</summary>
    public int Column => Locations[0].Column;

    /// <summary>The token at the first place.</summary>
    public TextSpan Span => Locations[0].Span;

    /// <summary>Anchor of the page that explains the code (VA-015); <see cref="ValidationOptions.LearnMoreBase"/> stands before it.</summary>
    public required string LearnMore { get; init; }

    /// <summary>The pack the rule belongs to.</summary>
    public RulePacks Pack => Rule.Pack;

    /// <summary>For people: <c>(line,column): TYPE CODE message</c>; a file name goes before it (VA-012).</summary>
    public override string ToString() => FormattableString.Invariant($"({Line},{Column}): {Type.ToWireName()} {Code} {Message}");
}
