using System.Globalization;
using IamCore.Policies.Linting;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;
using IamCore.Policies.Parsing;

namespace IamCore.Policies.Validation;

/// <summary>Turns drafts into findings: looks up places, writes messages, unites, orders and suppresses (VA-012 to VA-017).</summary>
internal sealed class FindingWriter(byte[] utf8, ValidationOptions options)
{
    private SourceText? _text;

    public SourceText Text => _text ??= new SourceText(utf8);

    /// <summary>The one finding for a text that is no JSON document, at the parser's place.</summary>
    public ValueList<Finding> JsonError(PolicyFault fault)
    {
        var offset = Text.OffsetOf(Text.PositionOf(fault.Line - 1, fault.Column - 1));
        return JsonError(offset, fault.Code.ToString(), fault.Message);
    }

    /// <summary>The one finding for a text that is no JSON document.</summary>
    /// <param name="offset">Where reading stopped, in UTF-16 code units.</param>
    /// <param name="parserCode">The parser's code.</param>
    /// <param name="detail">What is wrong.</param>
    public ValueList<Finding> JsonError(int offset, string parserCode, string detail)
    {
        var rule = Errors.JsonSyntaxError;
        var (line, column) = PlaceOfUnit(offset);
        var point = new TextPoint(line + 1, column, offset);
        (string, string)[] arguments =
        [
            ("index", Number(offset)), ("line", Number(line + 1)), ("column", Number(column)),
            ("detail", detail.TrimEnd('.')), ("parserCode", parserCode),
        ];
        var finding = new Finding
        {
            Rule = rule,
            Type = rule.Type,
            Message = FindingMessage.Write(rule.Problem, rule.Repair, arguments),
            Arguments = ArgumentsOf(arguments),
            Locations = [new FindingLocation(JsonPath.Root, [], new TextSpan(point, point))],
            LearnMore = options.LearnMoreBase + rule.LearnMore,
        };
        return Suppression.Apply([finding], options, UnusedSuppression);
    }

    /// <summary>The findings of a run in their order.</summary>
    public ValueList<Finding> Write(LintRun run)
    {
        if (run.Drafts.Count == 0 && options.Suppress.Count == 0)
        {
            return [];
        }

        var findings = new List<Finding>(run.Drafts.Count);
        foreach (var draft in run.Drafts)
        {
            findings.Add(Finding(run.Tree, draft));
        }

        Unite(findings);
        findings.Sort(FindingOrder.Compare);
        return Suppression.Apply(findings, options, UnusedSuppression);
    }

    /// <summary>Findings of one code at one place are one, with the locations of both (VA-016).</summary>
    private static void Unite(List<Finding> findings)
    {
        var first = new Dictionary<(string Code, TextSpan Span), int>(findings.Count);
        var kept = 0;
        foreach (var finding in findings.ToArray())
        {
            if (first.TryAdd((finding.Code, finding.Span), kept))
            {
                findings[kept++] = finding;
                continue;
            }

            var at = first[(finding.Code, finding.Span)];
            var earlier = findings[at];
            var graver = finding.Type < earlier.Type ? finding : earlier;
            findings[at] = graver with { Locations = [.. earlier.Locations.Union(finding.Locations).OrderBy(l => l.Span.Start.Offset)] };
        }

        findings.RemoveRange(kept, findings.Count - kept);
    }

    private Finding UnusedSuppression(string suppression)
    {
        var rule = OwnRules.UnusedSuppression;
        (string, string)[] arguments = [("suppression", suppression)];
        return new Finding
        {
            Rule = rule,
            Type = rule.Type,
            Message = FindingMessage.Write(rule.Problem, rule.Repair, arguments),
            Arguments = ArgumentsOf(arguments),
            Locations = [new FindingLocation(JsonPath.Root, [], new TextSpan(new TextPoint(1, 0, 0), new TextPoint(1, 0, 0)))],
            LearnMore = options.LearnMoreBase + rule.LearnMore,
        };
    }

    private Finding Finding(SourceTree tree, Draft draft) => new()
    {
        Rule = draft.Rule,
        Type = draft.Type,
        Message = FindingMessage.Write(draft.Problem ?? draft.Rule.Problem, draft.Repair ?? draft.Rule.Repair, draft.Arguments),
        Arguments = ArgumentsOf(draft.Arguments),
        Locations = [.. draft.Places.Select(p => Location(tree, p)).OrderBy(l => l.Span.Start.Offset)],
        LearnMore = options.LearnMoreBase + draft.Rule.LearnMore,
    };

    private static FindingArguments ArgumentsOf((string Name, string Value)[] arguments) =>
        arguments.Length == 0 ? FindingArguments.Empty : new([.. arguments.Select(a => KeyValuePair.Create(a.Name, a.Value))]);

    private FindingLocation Location(SourceTree tree, Place place)
    {
        ref readonly var node = ref tree[place.Node];
        var (start, end) = place.Part switch
        {
            PlacePart.Name => (node.NameStart, node.NameEnd),
            PlacePart.Opening => (node.Start, node.Start + 1),
            _ => (node.Start, node.End),
        };
        return new FindingLocation(SourcePath.Of(tree, place.Node), Elements(tree, place), new TextSpan(Point(start), Point(end)));
    }

    private static ValueList<PathElement> Elements(SourceTree tree, Place place)
    {
        Span<int> chain = stackalloc int[SourceTree.MaxDepth + 1];
        var count = SourcePath.Chain(tree, place.Node, chain);
        var elements = new List<PathElement>(count + 1);
        for (var depth = count - 1; depth >= 0; depth--)
        {
            ref readonly var step = ref tree[chain[depth]];
            var isName = depth == 0 && place.Part == PlacePart.Name;
            elements.Add(step.NameStart < 0
                ? new PathElement(PathElementKind.Index, "", step.Ordinal, 0)
                : new PathElement(isName ? PathElementKind.Value : PathElementKind.Key, tree.NameOf(chain[depth]), 0, 0));
        }

        if (place.Length > 0)
        {
            elements.Add(new PathElement(PathElementKind.Substring, "", place.Start, place.Length));
        }

        return [.. elements];
    }

    private TextPoint Point(int position)
    {
        var (line, column) = Text.PlaceOf(position);
        return new TextPoint(line + 1, column, Text.OffsetOf(position));
    }

    /// <summary>Line and column, from 0, of a place in UTF-16 code units.</summary>
    private (int Line, int Column) PlaceOfUnit(int offset)
    {
        int low = 0, high = utf8.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Text.OffsetOf(middle) < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return Text.PlaceOf(low);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
