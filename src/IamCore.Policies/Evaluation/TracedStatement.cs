using IamCore.Policies.Compilation;

namespace IamCore.Policies.Evaluation;

/// <summary>What the recording walk knows of one statement.</summary>
/// <param name="Trace">What users see.</param>
/// <param name="Type">The type it was consulted as.</param>
/// <param name="Effect">Its effect.</param>
/// <param name="Levels">The levels it reached; none where it did not match.</param>
internal readonly record struct TracedStatement(StatementTrace Trace, PolicyType Type, Effect Effect, MatchLevels Levels);
