namespace IamCore.Policies;

/// <summary>The value of <c>Principal</c> or <c>NotPrincipal</c> (PL-040).</summary>
/// <param name="IsEveryone">Whether it is the string <c>"*"</c>; then there are no entries.</param>
/// <param name="Entries">The entries in document order, those of one type together; may be empty (PL-048).</param>
public sealed record PrincipalElement(bool IsEveryone, ValueList<PrincipalEntry> Entries);

/// <summary>One principal as written.</summary>
/// <param name="Type">The member it stands under.</param>
/// <param name="Value">For example <c>*</c>, an account id, an ARN, a service name.</param>
public readonly record struct PrincipalEntry(PrincipalEntryType Type, string Value);

/// <summary>The members of a principal object (PL-040).</summary>
public enum PrincipalEntryType : byte
{
    /// <summary>Accounts, users, roles, sessions, or <c>*</c> (PL-042).</summary>
    Aws,

    /// <summary>A service principal name (PL-044).</summary>
    Service,

    /// <summary>An identity provider (PL-045).</summary>
    Federated,

    /// <summary>A canonical user id (PL-046).</summary>
    CanonicalUser,
}
