using IamCore.Policies.Conditions;
using IamCore.Policies.Evaluation;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Compilation;

/// <summary>
/// One entry of <c>Resource</c> or <c>NotResource</c> (PL-080): the head (fields 1 to 5), the literal prefix of the resource field, and what
/// follows the prefix.
/// </summary>
internal sealed class ResourceEntry
{
    private readonly Glob? _rest;
    private readonly Template? _template;
    private readonly TailKind _tail;

    public ResourceEntry(string entry, bool usesVariables)
    {
        if (entry == "*")
        {
            Prefix = "";
            return;
        }

        _ = ArnPattern.TryComplete(entry, usesVariables, out var whole);
        Span<Range> fields = stackalloc Range[ArnPattern.Fields];
        ArnPattern.Split(whole, fields, usesVariables);
        var start = fields[5].Start.Value;
        Head = new HeadPattern(whole![4..start]);
        var resource = whole.AsSpan(start);
        var literal = resource.IndexOfAny('*', '?');
        var variable = usesVariables ? resource.IndexOf(VariableText.Opening, StringComparison.Ordinal) : -1;
        if (variable >= 0)
        {
            literal = literal < 0 ? variable : Math.Min(literal, variable);
            _template = Template.Compile(resource[literal..]);
            _tail = TailKind.Template;
        }
        else if (literal < 0)
        {
            literal = resource.Length;
            _tail = TailKind.Nothing;
        }
        else if (resource[literal..] is "*")
        {
            _tail = TailKind.Anything;
        }
        else
        {
            _rest = new Glob(resource[literal..]);
            _tail = TailKind.Glob;
        }

        Prefix = resource[..literal].ToString();
    }

    private enum TailKind : byte
    {
        Nothing,
        Anything,
        Glob,
        Template,
    }

    /// <summary>Fields 1 to 5; null for the entry <c>*</c>, which matches every resource (PL-085).</summary>
    public HeadPattern? Head { get; }

    /// <summary>What the resource field must begin with.</summary>
    public string Prefix { get; }

    /// <summary>The variables of the entry.</summary>
    public IEnumerable<ContextKey> VariableKeys => _template?.Keys ?? [];

    /// <summary>Matches the request's resource (PL-080, PL-084).</summary>
    public bool IsMatch(ref RequestWalk walk)
    {
        if (Head is null)
        {
            return true;
        }

        ref readonly var resource = ref walk.Request.ResourceRef;
        if (resource.IsNone || !Head.IsMatch(in resource.ArnRef))
        {
            return false;
        }

        var text = resource.ArnRef.Resource;
        return text.StartsWith(Prefix, StringComparison.Ordinal) && IsTailMatch(text[Prefix.Length..], ref walk);
    }

    /// <summary>Matches what follows the prefix, head and prefix having matched. A variable without value matches nothing (PL-089).</summary>
    public bool IsTailMatch(scoped ReadOnlySpan<char> rest, ref RequestWalk walk) => _tail switch
    {
        TailKind.Anything => true,
        TailKind.Nothing => rest.IsEmpty,
        TailKind.Glob => _rest!.IsMatch(rest),
        _ => _template!.TryWrite(ref walk, out var pattern) && pattern.IsMatch(rest),
    };

    /// <summary>Whether the entry could match were its variables anything: a variable taken as <c>*</c> (EV-114).</summary>
    public bool CouldMatch(ref RequestWalk walk)
    {
        if (_template is null)
        {
            return IsMatch(ref walk);
        }

        ref readonly var resource = ref walk.Request.ResourceRef;
        if (resource.IsNone || !Head!.IsMatch(in resource.ArnRef))
        {
            return false;
        }

        var text = resource.ArnRef.Resource;
        return text.StartsWith(Prefix, StringComparison.Ordinal) && _template.WriteWithStars(ref walk).IsMatch(text[Prefix.Length..]);
    }
}
