using IamCore.Policies.Compilation;
using IamCore.Policies.Evaluation;

namespace IamCore.Policies;

/// <summary>
/// Documents of one policy type, compiled once into an index and read by any number of threads. Sets are shared: what is attached to a
/// group is compiled once for all its members.
/// </summary>
public sealed class PolicySet
{
    private readonly CompiledStatement[] _statements;
    private readonly PrincipalIndex? _denies;
    private readonly PrincipalIndex? _allows;

    private PolicySet(PolicyType type, ValueList<NamedPolicy> policies)
    {
        Type = type;
        Policies = policies;
        _statements = Compile(policies, out var denies);
        var deny = new CompiledStatement[denies];
        var allow = new CompiledStatement[_statements.Length - denies];
        int d = 0, a = 0;
        foreach (var statement in _statements)
        {
            if (statement.Effect == Effect.Deny)
            {
                deny[d++] = statement;
            }
            else
            {
                allow[a++] = statement;
            }
        }

        _denies = PrincipalIndex.Build(deny);
        _allows = PrincipalIndex.Build(allow);
    }

    /// <summary>The type of the documents.</summary>
    public PolicyType Type { get; }

    /// <summary>The documents in the order given.</summary>
    public ValueList<NamedPolicy> Policies { get; }

    /// <summary>Number of statements in all documents.</summary>
    public int StatementCount => _statements.Length;

    /// <summary>Every statement, in document order.</summary>
    internal ReadOnlySpan<CompiledStatement> Statements => _statements;

    /// <summary>Whether a policy is there at all; a document without statements counts (EV-034).</summary>
    internal bool IsPresent => Policies.Count > 0;

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

    /// <summary>The levels that matching statements of one effect reach; for <see cref="Effect.Deny"/> some of them, for
    /// <see cref="Effect.Allow"/> all of them unless one reaches directly, beside which the others decide nothing (EV-051).</summary>
    internal MatchLevels Match(Effect effect, ref RequestWalk walk)
    {
        var index = effect == Effect.Deny ? _denies : _allows;
        return index is null ? MatchLevels.None : index.Match(ref walk, effect == Effect.Deny ? MatchLevels.Any : MatchLevels.Direct);
    }

    private static CompiledStatement[] Compile(ValueList<NamedPolicy> policies, out int denies)
    {
        denies = 0;
        var count = 0;
        foreach (var policy in policies)
        {
            count += policy.Document.Statements.Count;
        }

        var statements = new CompiledStatement[count];
        var next = 0;
        for (var p = 0; p < policies.Count; p++)
        {
            var document = policies[p].Document;
            for (var s = 0; s < document.Statements.Count; s++)
            {
                var statement = new CompiledStatement(document, p, s);
                denies += statement.Effect == Effect.Deny ? 1 : 0;
                statements[next++] = statement;
            }
        }

        return statements;
    }
}
