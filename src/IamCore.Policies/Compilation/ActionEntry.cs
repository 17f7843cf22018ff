using IamCore.Policies.Conditions;

namespace IamCore.Policies.Compilation;

/// <summary>One entry of <c>Action</c> or <c>NotAction</c> (PL-065), in lower case.</summary>
internal readonly struct ActionEntry
{
    private readonly GlobPattern _pattern;

    public ActionEntry(string entry)
    {
        if (entry is "*" or "*:*")
        {
            Text = "*";
            Kind = ActionEntryKind.All;
            return;
        }

        Text = entry.ToLowerInvariant();
        _pattern = new GlobPattern(Text);
        Kind = _pattern.IsExact ? ActionEntryKind.Literal : ActionEntryKind.Pattern;
    }

    public ActionEntryKind Kind { get; }

    /// <summary>The entry in lower case.</summary>
    public string Text { get; }

    /// <summary>The service in lower case; only of entries that name one.</summary>
    public ReadOnlySpan<char> Service => Text.AsSpan(0, Text.IndexOf(':', StringComparison.Ordinal));

    /// <summary>
    /// Compares without regard to case (PL-067). The prefix before the colon has no wildcard, and an action has one colon, so that a match
    /// of the whole text never reaches across it (PL-068).
    /// </summary>
    public bool IsMatch(in ActionName action) => Kind == ActionEntryKind.All || _pattern.IsMatch(action.Lower);
}

/// <summary>What an entry can match.</summary>
internal enum ActionEntryKind : byte
{
    /// <summary>Every action.</summary>
    All,

    /// <summary>The actions of one service whose names match a pattern.</summary>
    Pattern,

    /// <summary>One action.</summary>
    Literal,
}
