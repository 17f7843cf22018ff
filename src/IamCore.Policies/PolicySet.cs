using System.Runtime.CompilerServices;
using IamCore.Policies.Compilation;
using IamCore.Policies.Requests;

namespace IamCore.Policies;

/// <summary>
/// Documents of one policy type, compiled once into an index and read by any number of threads. Sets are shared: what is attached to a
/// group is compiled once for all its members.
/// </summary>
public sealed class PolicySet
{
    private readonly CompiledStatement[] _statements;
    private readonly StatementList _denies;
    private readonly StatementList _allows;

    private PolicySet(PolicyType type, ValueList<NamedPolicy> policies)
    {
        Type = type;
        Policies = policies;
        _statements = Compile(policies, out var denies);
        _denies = new StatementList(OfEffect(Effect.Deny, denies));
        _allows = new StatementList(OfEffect(Effect.Allow, _statements.Length - denies));
    }

    private PolicySet(PolicySet compiled, ValueList<NamedPolicy> policies)
    {
        Type = compiled.Type;
        Policies = policies;
        _statements = compiled._statements;
        _denies = compiled._denies;
        _allows = compiled._allows;
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

    /// <summary>The same compiled documents, told of in reports as coming from somewhere else; costs no second compilation.</summary>
    internal PolicySet From(ReadOnlySpan<string> origins)
    {
        var policies = Policies.AsSpan().ToArray();
        for (var i = 0; i < policies.Length; i++)
        {
            policies[i] = policies[i] with { Origin = origins[i] };
        }

        return new PolicySet(this, [.. policies]);
    }

    /// <summary>The levels that matching statements of one effect reach; for <see cref="Effect.Deny"/> some of them, for
    /// <see cref="Effect.Allow"/> all of them unless one reaches directly, beside which the others decide nothing (EV-051).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal MatchLevels Match(Effect effect, ref RequestWalk walk) =>
        effect == Effect.Deny ? _denies.Match(ref walk, MatchLevels.Any) : _allows.Match(ref walk, MatchLevels.Direct);

    private CompiledStatement[] OfEffect(Effect effect, int count)
    {
        if (count == _statements.Length)
        {
            return _statements;
        }

        var found = count == 0 ? [] : new CompiledStatement[count];
        var next = 0;
        foreach (var statement in count == 0 ? [] : _statements)
        {
            if (statement.Effect == effect)
            {
                found[next++] = statement;
            }
        }

        return found;
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
