namespace IamCore.Policies.Compilation;

/// <summary>How a statement's principal part reached the request's principal (PL-050). A statement without one reaches it directly.</summary>
[Flags]
internal enum MatchLevels : byte
{
    /// <summary>The statement does not match.</summary>
    None = 0,

    /// <summary>Through the account of the principal.</summary>
    Account = 1,

    /// <summary>Through the role of a session, or the user behind a federated one.</summary>
    Limited = 2,

    /// <summary>As this very principal, or as everyone.</summary>
    Direct = 4,

    /// <summary>Every level.</summary>
    Any = Account | Limited | Direct,
}
