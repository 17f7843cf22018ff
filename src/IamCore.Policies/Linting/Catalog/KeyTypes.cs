namespace IamCore.Policies.Linting.Catalog;

/// <summary>Types of a condition key (VA-204).</summary>
[Flags]
internal enum KeyTypes : ushort
{
    None = 0,
    String = 1,
    Arn = 2,
    Bool = 4,
    Numeric = 8,
    Date = 16,
    IpAddress = 32,
    Binary = 64,
    Null = 128,

    /// <summary>A type the table does not know: nothing is concluded from it.</summary>
    Unknown = 256,

    /// <summary>Some declared type is an array.</summary>
    Array = 512,

    /// <summary>Some declared type is not an array.</summary>
    Scalar = 1024,
}

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
