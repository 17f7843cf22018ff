using IamCore.Policies.Conditions;

namespace IamCore.Policies.Compilation;

/// <summary>One entry of <c>Action</c> or <c>NotAction</c> (PL-065), in lower case.</summary>
internal readonly struct ActionEntry
{
    private readonly string _text;
    private readonly Glob? _name;
    private readonly int _serviceLength;

    public ActionEntry(string entry)
    {
        if (entry is "*" or "*:*")
        {
            _text = "*";
            Kind = ActionEntryKind.All;
            return;
        }

        _text = entry.ToLowerInvariant();
        _serviceLength = _text.IndexOf(':', StringComparison.Ordinal);
        ServiceHash = ActionName.HashOf(_text.AsSpan(0, _serviceLength));
        var name = _text.AsSpan(_serviceLength + 1);
        if (name is "*")
        {
            Kind = ActionEntryKind.Service;
        }
        else if (Glob.HasWildcard(name))
        {
            Kind = ActionEntryKind.Pattern;
            _name = new Glob(name);
        }
        else
        {
            Kind = ActionEntryKind.Literal;
            Hash = ActionName.HashOf(_text);
        }
    }

    public ActionEntryKind Kind { get; }

    /// <summary>Hash of the service; 0 for <c>*</c>.</summary>
    public int ServiceHash { get; }

    /// <summary>Hash of the whole text of a literal.</summary>
    public int Hash { get; }

    /// <summary>The entry in lower case.</summary>
    public string Text => _text;

    /// <summary>The service in lower case; empty for <c>*</c>.</summary>
    public ReadOnlySpan<char> Service => _text.AsSpan(0, _serviceLength);

    /// <summary>Compares without regard to case; the service as a whole (PL-067, PL-068).</summary>
    public bool IsMatch(in ActionName action) => Kind switch
    {
        ActionEntryKind.All => true,
        ActionEntryKind.Literal => Hash == action.Hash && action.Lower.SequenceEqual(_text),
        _ => ServiceHash == action.ServiceHash && action.LowerService.SequenceEqual(Service)
            && (_name is null || _name.IsMatch(action.LowerName)),
    };
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
