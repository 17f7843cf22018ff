namespace IamCore.Policies;

/// <summary>The value of <c>Principal</c> or <c>NotPrincipal</c> (PL-040).</summary>
/// <param name="IsEveryone">Whether it is the string <c>"*"</c>; then there are no entries.</param>
/// <param name="Entries">The entries in document order, those of one type together; may be empty (PL-048).</param>
public sealed record PrincipalElement(bool IsEveryone, ValueList<PrincipalEntry> Entries);
