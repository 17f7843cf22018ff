using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Routing;

namespace IamCore.AspNetCore.Templates;

/// <summary>A template on one endpoint: it is known how the endpoint's handler reads each value.</summary>
internal sealed class BoundTemplate(ResourceTemplate template, ImmutableArray<RouteValueForm> forms)
{
    private const int FormattedLength = 48;

    /// <summary>Most templates have no more values, and then a request costs no list of them.</summary>
    private const int UsualValues = 4;

    private readonly string[] _names = [.. template.Values];

    private readonly RecentResources _recent = new();

    /// <summary>The resource that the route values name. False where a value is missing, is not of its form or has no place in an ARN: then there is no resource
    /// to be allowed anything on.</summary>
    public bool TryBind(RouteValueDictionary values, out ResourceName resource)
    {
        if (template.Fixed is { } known)
        {
            resource = known;
            return true;
        }

        var usual = default(UsualTexts);
        var texts = _names.Length <= UsualValues ? usual[.._names.Length] : new string[_names.Length];
        if (!TryRead(values, texts))
        {
            resource = default;
            return false;
        }

        if (_recent.TryFind(texts, out resource))
        {
            return true;
        }

        if (!TryWrite(texts, out resource))
        {
            return false;
        }

        _recent.Keep(texts, in resource);
        return true;
    }

    /// <summary>The values' texts. A longer one than an ARN is in no ARN.</summary>
    private bool TryRead(RouteValueDictionary values, Span<string> texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            if (!values.TryGetValue(_names[i], out var value))
            {
                return false;
            }

            texts[i] = value as string ?? (value as IFormattable)?.ToString(null, CultureInfo.InvariantCulture) ?? "";
            if (texts[i].Length is 0 or > RouteValueEncoding.MaxArnLength)
            {
                return false;
            }
        }

        return true;
    }

    private bool TryWrite(ReadOnlySpan<string> texts, out ResourceName resource)
    {
        resource = default;
        Span<char> arn = stackalloc char[RouteValueEncoding.MaxArnLength];
        Span<char> formatted = stackalloc char[FormattedLength];
        var length = 0;
        for (var i = 0; i < template.Parts.Length; i++)
        {
            var part = template.Parts[i];
            if (part.Literal is not null)
            {
                if (!RouteValueEncoding.TryAppend(part.Literal, arn, ref length))
                {
                    return false;
                }
            }
            else if (!RouteValueForms.TryFormat(TextOf(part.Value!, texts), forms[i], formatted, out var inForm)
                || !RouteValueEncoding.TryWrite(inForm, part.IsPath, arn, ref length))
            {
                return false;
            }
        }

        resource = ResourceName.Parse(arn[..length]);
        return true;
    }

    private string TextOf(string name, ReadOnlySpan<string> texts) =>
        texts[Array.FindIndex(_names, other => other.Equals(name, StringComparison.OrdinalIgnoreCase))];

    [InlineArray(UsualValues)]
    private struct UsualTexts
    {
        private string _first;
    }
}
