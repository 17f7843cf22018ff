using IamCore.Policies.Compilation;
using IamCore.Policies.Requests;

namespace IamCore.Policies.Evaluation;

/// <summary>The walk of a plain decision: each set answers from its index.</summary>
internal ref struct DecidingWalk(in AccessRequest request, bool hasBoundary) : IMatchSource
{
    private RequestWalk _walk = new(in request, hasBoundary);

    public MatchLevels Match(PolicySet set, Effect effect, PolicyType type) => set.Match(effect, ref _walk);

    /// <summary>Gives back what the walk borrowed; forgetting to costs an allocation, nothing else.</summary>
    public readonly void Return() => _walk.Return();
}
