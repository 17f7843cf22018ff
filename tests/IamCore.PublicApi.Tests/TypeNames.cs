using System.Reflection;

namespace IamCore.PublicApi.Tests;

/// <summary>Types as C# writes them, with what may be null.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte", [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint",
        [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(char)] = "char", [typeof(float)] = "float", [typeof(double)] = "double",
        [typeof(decimal)] = "decimal", [typeof(nint)] = "nint", [typeof(nuint)] = "nuint",
    };

    public static string Of(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        var mark = nullability is { ReadState: NullabilityState.Nullable } && !type.IsValueType ? "?" : "";
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, nullability?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        }

        return Keywords.TryGetValue(type, out var keyword) ? keyword + mark : NameOf(type, nullability) + mark;
    }

    /// <summary>The name with its type parameters, and with the types it is nested in.</summary>
    private static string NameOf(Type type, NullabilityInfo? nullability)
    {
        var name = type.Name;
        var outer = type is { IsNested: true, IsGenericParameter: false } ? type.DeclaringType! : null;
        var own = outer is null ? 0 : outer.GetGenericArguments().Length;
        var arguments = type.GetGenericArguments();
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        if (tick >= 0)
        {
            var parts = arguments.Skip(own).Select((a, i) => Of(a, nullability?.GenericTypeArguments.ElementAtOrDefault(i + own)));
            name = $"{name[..tick]}<{string.Join(", ", parts)}>";
        }

        return outer is null ? name : $"{Of(outer)}.{name}";
    }
}
