using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace IamCore.PublicApi.Tests;

/// <summary>What users can see of an assembly, sorted, close to how C# writes it.</summary>
internal static class ApiListing
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        var types = assembly.GetExportedTypes().OrderBy(t => t.Namespace, StringComparer.Ordinal).ThenBy(t => TypeNames.Of(t), StringComparer.Ordinal);
        foreach (var group in types.GroupBy(t => t.Namespace))
        {
            text.Append("namespace ").Append(group.Key).Append('\n');
            foreach (var type in group)
            {
                AppendType(text, type);
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void AppendType(StringBuilder text, Type type)
    {
        text.Append("\n    ").Append(HeaderOf(type)).Append('\n');
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return;
        }

        foreach (var line in type.IsEnum ? ValuesOf(type) : MembersOf(type))
        {
            text.Append("        ").Append(line).Append('\n');
        }
    }

    private static string HeaderOf(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"delegate {ReturnOf(invoke)} {TypeNames.Of(type)}({ParametersOf(invoke)})";
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var bases = type.GetInterfaces().Except(inherited).Where(i => i.IsPublic).Select(i => TypeNames.Of(i)).Order(StringComparer.Ordinal).ToList();
        if (type is { IsClass: true, BaseType: not null } && type.BaseType != typeof(object))
        {
            bases.Insert(0, TypeNames.Of(type.BaseType));
        }

        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => (Has<IsReadOnlyAttribute>(type) ? "readonly " : "") + (Has<IsByRefLikeAttribute>(type) ? "ref " : "") + Record(type, "struct"),
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract " + Record(type, "class"),
            { IsSealed: true } => "sealed " + Record(type, "class"),
            _ => Record(type, "class"),
        };
        var after = type.IsEnum ? $" : {TypeNames.Of(Enum.GetUnderlyingType(type))}" : bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
        var flags = type.IsEnum && Has<FlagsAttribute>(type) ? "[Flags] " : "";
        return $"{flags}{kind} {TypeNames.Of(type)}{after}";
    }

    private static string Record(Type type, string kind) =>
        type.GetMethods(Declared).Any(m => m.Name is "PrintMembers") ? (kind == "class" ? "record" : "record struct") : kind;

    private static IEnumerable<string> ValuesOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} = {Convert.ToInt64(f.GetRawConstantValue(), CultureInfo.InvariantCulture)}"));

    /// <summary>Constructors first, then by name. What the compiler makes for every record is left out.</summary>
    private static IEnumerable<string> MembersOf(Type type)
    {
        var constructors = type.GetConstructors(Declared).Where(c => !c.IsStatic && IsVisible(c)).Select(c => $"{AccessOf(c)}{NameOf(type)}({ParametersOf(c)})");
        var fields = type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Select(FieldOf);
        var properties = type.GetProperties(Declared).Where(p => p.GetAccessors(nonPublic: true).Any(IsVisible)).Select(PropertyOf);
        var events = type.GetEvents(Declared).Where(e => IsVisible(e.AddMethod!)).Select(e => $"{AccessOf(e.AddMethod!)}event {TypeNames.Of(e.EventHandlerType!)} {e.Name}");
        var methods = type.GetMethods(Declared).Where(m => IsVisible(m) && !IsAccessor(m) && !IsCompilersOwn(m)).Select(MethodOf);
        return constructors.Order(StringComparer.Ordinal)
            .Concat(fields.Concat(properties).Concat(events).Concat(methods).OrderBy(SortKey, StringComparer.Ordinal).ThenBy(l => l, StringComparer.Ordinal));
    }

    private static string SortKey(string line)
    {
        var end = line.IndexOfAny(['(', '{', '=', '[']);
        var head = (end < 0 ? line : line[..end]).TrimEnd();
        return head[(head.LastIndexOf(' ') + 1)..];
    }

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    private static string FieldOf(FieldInfo field)
    {
        var type = TypeNames.Of(field.FieldType, Nullability.Create(field));
        return field.IsLiteral
            ? $"const {type} {field.Name} = {Literal(field.GetRawConstantValue())}"
            : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    private static string PropertyOf(PropertyInfo property)
    {
        var accessors = new List<string>();
        if (property.GetMethod is { } getter && IsVisible(getter))
        {
            accessors.Add("get;");
        }

        if (property.SetMethod is { } setter && IsVisible(setter))
        {
            var isInit = setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
            accessors.Add(isInit ? "init;" : "set;");
        }

        var any = property.GetMethod ?? property.SetMethod!;
        var parameters = property.GetIndexParameters();
        var name = parameters.Length == 0 ? property.Name : $"this[{string.Join(", ", parameters.Select(ParameterOf))}]";
        var required = Has<RequiredMemberAttribute>(property) ? "required " : "";
        return $"{AccessOf(any)}{required}{TypeNames.Of(property.PropertyType, Nullability.Create(property))} {name} {{ {string.Join(' ', accessors)} }}";
    }

    private static string MethodOf(MethodInfo method)
    {
        var type = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
        return $"{AccessOf(method)}{ReturnOf(method)} {method.Name}{type}({ParametersOf(method)})";
    }

    private static string ReturnOf(MethodInfo method) =>
        (method.ReturnType.IsByRef ? "ref " : "") + TypeNames.Of(method.ReturnType, Nullability.Create(method.ReturnParameter));

    private static string ParametersOf(MethodBase method) => string.Join(", ", method.GetParameters().Select(ParameterOf));

    private static string ParameterOf(ParameterInfo parameter)
    {
        var prefix = parameter switch
        {
            { IsOut: true, ParameterType.IsByRef: true } => "out ",
            { ParameterType.IsByRef: true } when parameter.GetRequiredCustomModifiers().Length > 0 || Has<IsReadOnlyAttribute>(parameter) => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when Has<ParamArrayAttribute>(parameter) || Has<ParamCollectionAttribute>(parameter) => "params ",
            _ => "",
        };
        var value = parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue, parameter.ParameterType)}" : "";
        return $"{prefix}{TypeNames.Of(parameter.ParameterType, Nullability.Create(parameter))} {parameter.Name}{value}";
    }

    private static string Literal(object? value, Type? type = null) => value switch
    {
        null => type is { IsValueType: true } && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        bool flag => flag ? "true" : "false",
        char c => $"'{c}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string AccessOf(MethodBase method)
    {
        var access = method.IsPublic ? "" : "protected ";
        if (method.IsStatic)
        {
            return access + "static ";
        }

        if (method is not MethodInfo info || method.DeclaringType!.IsInterface)
        {
            return access;
        }

        var isOverride = info.GetBaseDefinition().DeclaringType != info.DeclaringType;
        return access + (isOverride ? "override " : info.IsAbstract ? "abstract " : info is { IsVirtual: true, IsFinal: false } ? "virtual " : "");
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsCompilersOwn(MethodInfo method) =>
        method.Name is "<Clone>$" or "PrintMembers" or "Deconstruct"
        || (Has<CompilerGeneratedAttribute>(method) && method.Name is "Equals" or "GetHashCode" or "ToString" or "op_Equality" or "op_Inequality");

    private static bool Has<T>(MemberInfo member)
        where T : Attribute => member.IsDefined(typeof(T), inherit: false);

    private static bool Has<T>(ParameterInfo parameter)
        where T : Attribute => parameter.IsDefined(typeof(T), inherit: false);
}
