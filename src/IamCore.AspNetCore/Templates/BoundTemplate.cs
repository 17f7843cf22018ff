using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Routing;

namespace IamCore.AspNetCore.Templates;

/// <summary>A template on one endpoint: it is known how the endpoint's handler reads each value.</summary>
internal sealed class BoundTemplate(ResourceTemplate template, ImmutableArray<RouteValueForm> forms)
{
    private const int FormattedLength = 48;

    /// <summary>Most ARNs are shorter; the longest there may be costs more to make room for than all the rest.</summary>
    private const int UsualArnLength = 256;

    private readonly ResourceCache _cache = new();

    /// <summary>The resource that the route values name. False where a value is missing, is not of its form or has no place in an ARN: then there is no resource
    /// to be allowed anything on.</summary>
    public bool TryBind(RouteValueDictionary values, out ResourceName resource)
    {
        if (template.Fixed is { } known)
        {
            resource = known;
            return true;
        }

        return TryBind(values, stackalloc char[UsualArnLength], out resource) || TryBindLong(values, out resource);
    }

    private bool TryBindLong(RouteValueDictionary values, out ResourceName resource) =>
        TryBind(values, stackalloc char[RouteValueEncoding.MaxArnLength], out resource);

    /// <summary>False where the buffer is too short for the ARN, too.</summary>
    private bool TryBind(RouteValueDictionary values, Span<char> buffer, out ResourceName resource)
    {
        resource = default;
        Span<char> formatted = stackalloc char[FormattedLength];
        var length = 0;
        for (var i = 0; i < template.Parts.Length; i++)
        {
            var part = template.Parts[i];
            if (part.Literal is not null)
            {
                if (!RouteValueEncoding.TryAppend(part.Literal, buffer, ref length))
                {
                    return false;
                }
            }
            else if (!values.TryGetValue(part.Value!, out var value) || !TryRead(value, out var text)
                || !RouteValueForms.TryFormat(text, forms[i], formatted, out var inForm)
                || !RouteValueEncoding.TryWrite(inForm, part.IsPath, buffer, ref length))
            {
                return false;
            }
        }

        resource = _cache.Get(buffer[..length]);
        return true;
    }

    private static bool TryRead(object? value, out string text)
    {
        text = value as string ?? (value as IFormattable)?.ToString(null, CultureInfo.InvariantCulture) ?? "";
        return text.Length > 0;
    }
}
