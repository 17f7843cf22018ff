using IamCore.Model;

namespace IamCore.Stores;

/// <summary>A number of objects that must not be exceeded after the change.</summary>
/// <param name="Kind">The kind counted.</param>
/// <param name="Scope">The account's 12 digits; the empty string for objects above accounts.</param>
/// <param name="Maximum">The most there may be.</param>
/// <param name="RefersTo">Counts only objects that refer to this one; <see langword="null"/> to count all.</param>
public sealed record CountLimit(ObjectKind Kind, string Scope, int Maximum, ObjectReference? RefersTo = null);
