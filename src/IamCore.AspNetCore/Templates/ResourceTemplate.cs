using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace IamCore.AspNetCore.Templates;

/// <summary>
/// An ARN with places for route values: <c>arn:app:docs::123456789012:tenant/{tenant}/document/{id}</c>. <c>{*path}</c> keeps the slashes of its value and stands
/// last. Whatever values fill it, two different fillings are two different ARNs: values are encoded (<see cref="RouteValueEncoding"/>), and
/// between two places stands a character that no encoded value has.
/// </summary>
internal sealed class ResourceTemplate
{
    private const string Prefix = "arn:";

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("{}*?:/$ ");

    private ResourceTemplate(string text, ImmutableArray<TemplatePart> parts)
    {
        Text = text;
        Parts = parts;
        Fixed = parts.All(part => part.Value is null) ? ResourceName.Parse(text) : null;
    }

    /// <summary>The template as written.</summary>
    public string Text { get; }

    /// <summary>The parts in order.</summary>
    public ImmutableArray<TemplatePart> Parts { get; }

    /// <summary>The resource, where there is nothing to fill in.</summary>
    public ResourceName? Fixed { get; }

    /// <summary>Names of the values, each once.</summary>
    public IEnumerable<string> Values => Parts.Where(part => part.Value is not null).Select(part => part.Value!).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a template; false with what is wrong, in the user's words.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ResourceTemplate? template, [NotNullWhen(false)] out string? problem)
    {
        template = null;
        if (text == "*")
        {
            problem = null;
            template = new(text, [new(text, null, false)]);
            return true;
        }

        if (!TrySplit(text, out var parts, out problem))
        {
            return false;
        }

        problem = FindProblem(text, parts);
        template = problem is null ? new(text, parts) : null;
        return problem is null;
    }

    /// <summary>The template.</summary>
    public override string ToString() => Text;

    private static bool TrySplit(string text, out ImmutableArray<TemplatePart> parts, [NotNullWhen(false)] out string? problem)
    {
        var found = ImmutableArray.CreateBuilder<TemplatePart>();
        parts = default;
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf('{');
            var literal = open < 0 ? rest : rest[..open];
            if (literal.Contains('}'))
            {
                problem = "a } has no { before it";
                return false;
            }

            if (!literal.IsEmpty)
            {
                found.Add(new(literal.ToString(), null, false));
            }

            if (open < 0)
            {
                break;
            }

            var close = rest[open..].IndexOf('}');
            if (close < 0)
            {
                problem = "a { has no } after it";
                return false;
            }

            var name = rest.Slice(open + 1, close - 1);
            var isPath = name.StartsWith("*");
            name = isPath ? name[1..] : name;
            if (name.IsEmpty || name.ContainsAny(NotInNames))
            {
                problem = $"{{{rest.Slice(open + 1, close - 1)}}} must be the name of a route value and nothing else";
                return false;
            }

            found.Add(new(null, name.ToString(), isPath));
            rest = rest[(open + close + 1)..];
        }

        parts = found.ToImmutable();
        problem = null;
        return true;
    }

    private static string? FindProblem(string text, ImmutableArray<TemplatePart> parts)
    {
        var trial = string.Concat(parts.Select(part => part.Literal ?? "x"));
        if (!trial.StartsWith(Prefix, StringComparison.Ordinal) || !Arn.TryParse(trial, out _))
        {
            return "it is not an ARN with six fields (arn:partition:service:region:account:resource)";
        }

        if (trial.AsSpan().ContainsAny('*', '?'))
        {
            return "a request names one resource: * and ? belong into policies";
        }

        var colons = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if (part.Literal is { } literal)
            {
                colons += literal.Count(c => c == ':');
                continue;
            }

            if (colons < 3)
            {
                return $"{{{part.Value}}} may stand in the region, the account and the resource, not in the partition or the service";
            }

            if (part.IsPath && i != parts.Length - 1)
            {
                return $"{{*{part.Value}}} keeps slashes and must stand last";
            }

            if (i > 0 && FindSeparationProblem(parts, i) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>Where the text before a value does not tell it from the value before that, other values could give the same ARN.</summary>
    private static string? FindSeparationProblem(ImmutableArray<TemplatePart> parts, int index)
    {
        var before = parts[index - 1];
        if (before.Value is not null)
        {
            return $"{{{before.Value}}} and {{{parts[index].Value}}} stand side by side, so that different values could give the same resource";
        }

        return index > 1 && !before.Literal!.AsSpan().ContainsAnyExcept(RouteValueEncoding.Kept)
            ? $"only \"{before.Literal}\" stands between {{{parts[index - 2].Value}}} and {{{parts[index].Value}}}, which their values may hold as well: separate them by / or :"
            : null;
    }
}
