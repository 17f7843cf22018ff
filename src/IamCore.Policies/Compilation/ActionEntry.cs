using IamCore.Policies.Conditions;

namespace IamCore.Policies.Compilation;

/// <summary>One entry of <c>Action</c> or <c>NotAction</c> (PL-065). Hashes refuse most actions without a look at their text.</summary>
internal readonly struct ActionEntry
{
    private readonly int _serviceHash;
    private readonly int _name;
    private readonly GlobShape _shape;

    public ActionEntry(string entry)
    {
        if (entry is "*" or "*:*")
        {
            Text = "*";
            return;
        }

        Text = entry;
        _name = entry.IndexOf(':', StringComparison.Ordinal) + 1;
        _shape = new GlobShape(entry.AsSpan(_name));
        if (_shape.IsExact)
        {
            Kind = ActionEntryKind.Literal;
            Hash = ActionName.HashOf(entry);
            return;
        }

        _serviceHash = ActionName.HashOf(Service);
        Kind = _shape.IsAnything ? ActionEntryKind.Service : ActionEntryKind.Pattern;
        if (Kind == ActionEntryKind.Pattern)
        {
            Text = entry.ToLowerInvariant();
        }
    }

    public ActionEntryKind Kind { get; }

    /// <summary>Hash of the whole text of a literal.</summary>
    public int Hash { get; }

    /// <summary>The entry; a pattern in lower case.</summary>
    public string Text { get; }

    /// <summary>The service; only of entries that name one.</summary>
    public ReadOnlySpan<char> Service => Text.AsSpan(0, _name - 1);

    /// <summary>Compares without regard to case; the service as a whole, so that a star never reaches across the colon (PL-067, PL-068).</summary>
    public bool IsMatch(in ActionName action) => Kind switch
    {
        ActionEntryKind.Literal => Hash == action.Hash && action.IsText(Text),
        ActionEntryKind.Service => IsService(in action),
        ActionEntryKind.Pattern => IsService(in action) && _shape.IsMatch(Text.AsSpan(_name), action.LowerName),
        _ => true,
    };

    private bool IsService(in ActionName action) => _serviceHash == action.ServiceHash && action.Service.Equals(Service, StringComparison.OrdinalIgnoreCase);
}

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
