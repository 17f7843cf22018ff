namespace IamCore.Policies.Compilation;

/// <summary>What a principal entry names.</summary>
internal enum PrincipalPatternKind : byte
{
#pragma warning disable CS1591 // PL-042 lists them
    Everyone,
    Account,
    User,
    Role,
    Session,
    UniqueId,
    Service,
    Federated,
    CanonicalUser,
#pragma warning restore CS1591
}
