namespace IamCore.Policies;

/// <summary>
/// Documents of one policy type, compiled once into an index and read by any number of threads. Sets are shared: what is attached to a
/// group is compiled once for all its members.
/// </summary>
public sealed partial class PolicySet
{
    /// <summary>The type of the documents.</summary>
    public PolicyType Type { get; }

    /// <summary>The documents in the order given.</summary>
    public ValueList<NamedPolicy> Policies { get; }

    /// <summary>Compiles documents of one type.</summary>
    /// <exception cref="ArgumentException">A document was read as another type.</exception>
    public static PolicySet Compile(PolicyType type, params ReadOnlySpan<NamedPolicy> policies)
    {
        foreach (var policy in policies)
        {
            if (policy.Document.Type != type)
            {
                throw new ArgumentException($"A {policy.Document.Type} document cannot be part of a {type} set", nameof(policies));
            }
        }

        return new PolicySet(type, [.. policies]);
    }

    /// <summary>Compiles one unnamed document as its own type.</summary>
    public static PolicySet Compile(PolicyDocument document) => Compile(document.Type, new NamedPolicy(document));

    private PolicySet(PolicyType type, ValueList<NamedPolicy> policies)
    {
        Type = type;
        Policies = policies;
    }
}
