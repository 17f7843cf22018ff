namespace IamCore.Policies.Linting.Catalog;

/// <summary>Reads names of types.</summary>
internal static class KeyTypeNames
{
    private const string ArrayPrefix = "ArrayOf";

    /// <summary>The types of all names together; none for no names.</summary>
    public static KeyTypes Parse(ValueList<string> names)
    {
        var types = KeyTypes.None;
        foreach (var name in names)
        {
            types |= Parse(name);
        }

        return types;
    }

    /// <summary>One type, without regard to case, with its aliases (VA-204).</summary>
    public static KeyTypes Parse(string name)
    {
        var text = name.AsSpan();
        var shape = KeyTypes.Scalar;
        if (text.StartsWith(ArrayPrefix, StringComparison.OrdinalIgnoreCase))
        {
            shape = KeyTypes.Array;
            text = text[ArrayPrefix.Length..];
        }

        Span<char> lower = stackalloc char[16];
        if (text.Length > lower.Length)
        {
            return shape | KeyTypes.Unknown;
        }

        lower = lower[..text.ToLowerInvariant(lower)];
        return shape | lower switch
        {
            "string" => KeyTypes.String,
            "arn" => KeyTypes.Arn,
            "bool" or "boolean" => KeyTypes.Bool,
            "numeric" or "long" or "integer" => KeyTypes.Numeric,
            "date" => KeyTypes.Date,
            "ipaddress" => KeyTypes.IpAddress,
            "binary" => KeyTypes.Binary,
            "null" => KeyTypes.Null,
            _ => KeyTypes.Unknown,
        };
    }
}
