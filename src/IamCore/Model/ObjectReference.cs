namespace IamCore.Model;

/// <summary>One object's mention of another, which a store indexes in both directions.</summary>
/// <param name="Relation">What the mention means.</param>
/// <param name="Target">The object mentioned.</param>
/// <param name="IsWeak">Whether the target may be missing. A store refuses a change that leaves any other reference without its target.</param>
public readonly record struct ObjectReference(Relation Relation, ObjectKey Target, bool IsWeak = false);
