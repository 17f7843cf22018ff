namespace IamCore.Policies.Requests;

/// <summary>What is known of a context key, or of all keys with a prefix.</summary>
/// <param name="Name">The name, or the prefix, in AWS's spelling.</param>
/// <param name="Owner">Who supplies it.</param>
/// <param name="Shape">Whether it has one value or several.</param>
/// <param name="Derived">The engine's own value, if it has one.</param>
internal sealed record ContextKeyRow(string Name, ContextKeyOwner Owner, ContextKeyShape Shape, DerivedKey Derived = DerivedKey.None);
