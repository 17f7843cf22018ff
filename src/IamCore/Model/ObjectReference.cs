namespace IamCore.Model;

/// <summary>A reference from one object to another, indexed by stores in both directions.</summary>
/// <param name="Relation">The meaning of the reference.</param>
/// <param name="Target">The object referred to.</param>
/// <param name="IsWeak">Whether the target may be missing. A store rejects changes that would leave a strong reference without its
/// target.</param>
public readonly record struct ObjectReference(Relation Relation, ObjectKey Target, bool IsWeak = false);
