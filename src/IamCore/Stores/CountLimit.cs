using IamCore.Model;

namespace IamCore.Stores;

/// <summary>A maximum number of objects that must not be exceeded after a change.</summary>
/// <param name="Kind">The kind of objects counted.</param>
/// <param name="Scope">The account's 12-digit id; empty for objects that belong to no account.</param>
/// <param name="Maximum">The maximum number.</param>
/// <param name="RefersTo">Counts only objects with this reference; <see langword="null"/> to count all.</param>
public sealed record CountLimit(ObjectKind Kind, string Scope, int Maximum, ObjectReference? RefersTo = null);
