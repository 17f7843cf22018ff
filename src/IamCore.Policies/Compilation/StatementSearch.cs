using IamCore.Policies.Requests;

namespace IamCore.Policies.Compilation;

/// <summary>Finds, among more statements of one effect than are tried one after the other, those that match.</summary>
internal abstract class StatementSearch
{
    /// <summary>By what the statements can best be told apart.</summary>
    public static StatementSearch Over(CompiledStatement[] statements) =>
        PrincipalIndex.Pays(statements) ? new PrincipalIndex(statements) : new StatementIndex(statements);

    /// <summary>The levels that matching statements reach, until one of <paramref name="stop"/> is among them.</summary>
    public abstract MatchLevels Match(ref RequestWalk walk, MatchLevels stop);
}
