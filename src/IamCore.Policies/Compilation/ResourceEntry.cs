using IamCore.Policies.Requests;
using IamCore.Policies.Values;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Compilation;

/// <summary>
/// One entry of <c>Resource</c> or <c>NotResource</c> (PL-080): the head (fields 1 to 5), the literal prefix of the resource field, and what
/// follows the prefix. Parts of one text, so that compiling and matching make no other.
/// </summary>
internal readonly struct ResourceEntry
{
    private readonly string _text;
    private readonly Template? _template;
    private readonly GlobShape _rest;
    private readonly int _service;
    private readonly int _region;
    private readonly int _account;
    private readonly int _resource;
    private readonly int _prefixEnd;
    private readonly HeadShape _head;
    private readonly TailKind _tail;

    public ResourceEntry(string entry, bool usesVariables)
    {
        if (entry == "*")
        {
            _text = "";
            return;
        }

        _text = entry;
        if (!TryLocate(entry, out _service, out _region, out _account, out _resource))
        {
            _ = ArnPattern.TryComplete(entry, usesVariables, out var whole);
            _text = whole!;
            TryLocate(_text, out _service, out _region, out _account, out _resource);
        }

        _head = new HeadShape(Head);
        var resource = _text.AsSpan(_resource);
        var literal = resource.IndexOfAny('*', '?');
        var variable = usesVariables && resource.Contains('$') ? resource.IndexOf(VariableText.Opening, StringComparison.Ordinal) : -1;
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
        else
        {
            _rest = new GlobShape(resource[literal..]);
            _tail = _rest.IsAnything ? TailKind.Anything : TailKind.Glob;
        }

        _prefixEnd = _resource + literal;
    }

    private enum TailKind : byte
    {
        Nothing,
        Anything,
        Glob,
        Template,
    }

    /// <summary>Whether this is the entry <c>*</c>, which matches every resource (PL-085).</summary>
    public bool IsEverything => _resource == 0;

    /// <summary>Whether fields 1 to 5 have no wildcard.</summary>
    public bool HasLiteralHead => _head.IsLiteral;

    /// <summary>Fields 1 to 5, with the colon after each.</summary>
    public ReadOnlySpan<char> Head => _text.AsSpan(0, _resource);

    /// <summary>What the resource field must begin with.</summary>
    public ReadOnlySpan<char> Prefix => _text.AsSpan(_resource, _prefixEnd - _resource);

    /// <summary>Whether whatever follows the prefix matches.</summary>
    public bool IsPrefix => _tail == TailKind.Anything;

    /// <summary>The variables of the entry.</summary>
    public IEnumerable<ContextKey> VariableKeys => _template?.Keys ?? [];

    /// <summary>Matches the request's resource (PL-080, PL-084).</summary>
    public bool IsMatch(ref RequestWalk walk)
    {
        if (IsEverything)
        {
            return true;
        }

        return BeginsLike(in walk.Request.ResourceRef.ArnRef, out var rest) && IsTailMatch(rest, ref walk);
    }

    /// <summary>Matches what follows the prefix, head and prefix having matched. A variable without value matches nothing (PL-089).</summary>
    public bool IsTailMatch(scoped ReadOnlySpan<char> rest, ref RequestWalk walk) => _tail switch
    {
        TailKind.Anything => true,
        TailKind.Nothing => rest.IsEmpty,
        TailKind.Glob => _rest.IsMatch(_text.AsSpan(_prefixEnd), rest),
        _ => _template!.TryWrite(ref walk, out var pattern) && pattern.IsMatch(rest),
    };

    /// <summary>Whether fields 1 to 5 match the ARN's.</summary>
    public bool IsHeadMatch(in Arn arn) => _head.IsFields
        ? FieldPattern.IsMatch(Field(_account, _resource), arn.Account)
            && FieldPattern.IsMatch(Field(_region, _account), arn.Region)
            && FieldPattern.IsMatch(Field(_service, _region), arn.Service)
            && FieldPattern.IsMatch(Field("arn:".Length, _service), arn.Partition)
        : _head.IsMatch(Head, arn.Head);

    /// <summary>Matches the resource field, the head having matched.</summary>
    public bool IsResourceMatch(ReadOnlySpan<char> resource, ref RequestWalk walk)
    {
        var prefix = Prefix;
        return resource.StartsWith(prefix) && IsTailMatch(resource[prefix.Length..], ref walk);
    }

    /// <summary>Whether the entry could match were its variables anything: a variable taken as <c>*</c> (EV-114).</summary>
    public bool CouldMatch(ref RequestWalk walk)
    {
        if (_template is null)
        {
            return IsMatch(ref walk);
        }

        return BeginsLike(in walk.Request.ResourceRef.ArnRef, out var rest) && _template.WriteWithStars(ref walk).IsMatch(rest);
    }

    /// <summary>Head and prefix; <paramref name="rest"/> is what follows the prefix. No pattern matches the request for <c>*</c>.</summary>
    private bool BeginsLike(in Arn arn, out ReadOnlySpan<char> rest)
    {
        rest = default;
        if (arn.IsNone)
        {
            return false;
        }

        if (HasLiteralHead)
        {
            // Equal text up to the prefix has its colons at equal places, so all fields are equal.
            rest = arn.Text.AsSpan();
            if (!rest.StartsWith(_text.AsSpan(0, _prefixEnd)))
            {
                return false;
            }

            rest = rest[_prefixEnd..];
            return true;
        }

        if (!IsHeadMatch(in arn))
        {
            return false;
        }

        rest = arn.Resource;
        if (!rest.StartsWith(Prefix))
        {
            return false;
        }

        rest = rest[(_prefixEnd - _resource)..];
        return true;
    }

    /// <summary>The first five colons; no variable stands before the fifth (PL-089).</summary>
    private static bool TryLocate(string text, out int service, out int region, out int account, out int resource)
    {
        service = text.IndexOf(':', "arn:".Length) + 1;
        region = service == 0 ? 0 : text.IndexOf(':', service) + 1;
        account = region == 0 ? 0 : text.IndexOf(':', region) + 1;
        resource = account == 0 ? 0 : text.IndexOf(':', account) + 1;
        return resource != 0;
    }

    private ReadOnlySpan<char> Field(int start, int next) => _text.AsSpan(start, next - start - 1);
}
