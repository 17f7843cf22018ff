namespace IamCore.Policies.Compilation;

/// <summary>What an entry can match.</summary>
internal enum ActionEntryKind : byte
{
    /// <summary>Every action.</summary>
    All,

    /// <summary>Every action of one service.</summary>
    Service,

    /// <summary>The actions of one service whose names match a pattern.</summary>
    Pattern,

    /// <summary>One action.</summary>
    Literal,
}
