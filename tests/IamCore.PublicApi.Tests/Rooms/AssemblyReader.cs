using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IamCore.PublicApi.Tests.Rooms;

/// <summary>Reads from a compiled assembly which of its types name which others: in signatures, bodies and attributes.</summary>
internal static class AssemblyReader
{
    /// <summary>The types that were written in source, nested ones left out: they belong to the type around them.</summary>
    public static IReadOnlyList<TypeDefinition> TypesOf(string package)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{package}.dll");
        return [.. AssemblyDefinition.ReadAssembly(path).MainModule.Types.Where(type => type.Namespace == package
            || type.Namespace.StartsWith($"{package}.", StringComparison.Ordinal)
            || (type.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal) && type.IsPublic))];
    }

    /// <summary>The top-level types of the same assembly that a type names.</summary>
    public static IReadOnlySet<TypeDefinition> NamedBy(TypeDefinition type)
    {
        var found = new HashSet<TypeDefinition>();
        foreach (var reference in ReferencesOf(type))
        {
            Add(reference, type, found);
        }

        return found;
    }

    private static void Add(TypeReference? reference, TypeDefinition from, HashSet<TypeDefinition> found)
    {
        switch (reference)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType generic:
                foreach (var argument in generic.GenericArguments)
                {
                    Add(argument, from, found);
                }

                break;
            case TypeSpecification specification:
                Add(specification.ElementType, from, found);
                return;
        }

        var element = reference.GetElementType();
        while (element.DeclaringType is { } around)
        {
            element = around;
        }

        if (element.Scope == from.Module && element.Resolve() is { } named && named != from)
        {
            found.Add(named);
        }
    }

    private static IEnumerable<TypeReference?> ReferencesOf(TypeDefinition type)
    {
        var references = new List<TypeReference?> { type.BaseType };
        references.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        references.AddRange(type.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType));
        references.AddRange(type.Fields.Select(f => f.FieldType));
        references.AddRange(AttributesOf([type, .. type.Fields, .. type.Properties, .. type.Methods]));
        references.AddRange(type.Methods.SelectMany(ReferencesOf));
        return references.Concat(type.NestedTypes.SelectMany(ReferencesOf));
    }

    private static IEnumerable<TypeReference?> AttributesOf(IEnumerable<ICustomAttributeProvider> providers) =>
        providers.SelectMany(p => p.CustomAttributes).SelectMany(a => a.ConstructorArguments.Select(x => x.Value as TypeReference).Prepend(a.AttributeType));

    private static IEnumerable<TypeReference?> ReferencesOf(MethodDefinition method)
    {
        var references = new List<TypeReference?> { method.ReturnType };
        references.AddRange(method.Parameters.Select(p => p.ParameterType));
        references.AddRange(method.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType));
        if (method.HasBody)
        {
            references.AddRange(method.Body.Variables.Select(v => v.VariableType));
            references.AddRange(method.Body.ExceptionHandlers.Select(h => h.CatchType));
            references.AddRange(method.Body.Instructions.SelectMany(ReferencesOf));
        }

        return references;
    }

    private static IEnumerable<TypeReference?> ReferencesOf(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType],
        GenericInstanceMethod generic => [generic.DeclaringType, .. generic.GenericArguments],
        MethodReference method => [method.DeclaringType],
        _ => [],
    };
}
