using IamCore.Policies.Compilation;

namespace IamCore.Policies.Evaluation;

/// <summary>Answers whether statements of a set match: from the index, or from what a recording walk has written down.</summary>
internal interface IMatchSource
{
    /// <summary>The levels that the set's matching statements of one effect reached (EV-040, EV-043).</summary>
    MatchLevels Match(PolicySet set, Effect effect, PolicyType type);
}
