using System.Runtime.CompilerServices;
using IamCore.Policies.Values;

namespace IamCore.Policies.Compilation;

/// <summary>One entry of <c>Action</c> or <c>NotAction</c> (PL-065). Hashes refuse most actions without a look at their text.</summary>
internal readonly struct ActionEntry
{
    /// <summary>Many documents name the same actions.</summary>
    private static readonly RecentTexts<ActionEntry> Recent = new(1024);

    private readonly int _name;
    private readonly GlobShape _shape;

    private ActionEntry(string entry)
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

        Hash = ActionName.HashOf(Service);
        Kind = _shape.IsAnything ? ActionEntryKind.Service : ActionEntryKind.Pattern;
        Text = entry.ToLowerInvariant();
    }

    public static ActionEntry Compile(string entry)
    {
        if (!Recent.TryFind(entry, out var compiled))
        {
            compiled = new ActionEntry(entry);
            Recent.Keep(entry, compiled);
        }

        return compiled;
    }

    public ActionEntryKind Kind { get; }

    /// <summary>Hash of the whole text of a literal, else of the service.</summary>
    public int Hash { get; }

    /// <summary>The entry; in lower case where it has a wildcard.</summary>
    public string Text { get; }

    /// <summary>The service; only of entries that name one.</summary>
    public ReadOnlySpan<char> Service => Text.AsSpan(0, _name - 1);

    /// <summary>Compares without regard to case; the service as a whole, so that a star never reaches across the colon (PL-067, PL-068).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMatch(in ActionName action) =>
        (Hash == action.ServiceHash || Hash == action.Hash || Kind == ActionEntryKind.All) && IsTextMatch(in action);

    private bool IsTextMatch(in ActionName action) => Kind switch
    {
        ActionEntryKind.Literal => Hash == action.Hash && action.IsText(Text),
        ActionEntryKind.Service => IsService(in action),
        ActionEntryKind.Pattern => IsService(in action) && _shape.IsMatch(Text.AsSpan(_name), action.LowerName),
        _ => true,
    };

    /// <summary>The same for an action of the entry's own service.</summary>
    public bool IsNameMatch(in ActionName action) => Kind switch
    {
        ActionEntryKind.Literal => Hash == action.Hash && action.IsText(Text),
        ActionEntryKind.Pattern => _shape.IsMatch(Text.AsSpan(_name), action.LowerName),
        _ => true,
    };

    private bool IsService(in ActionName action) => Hash == action.ServiceHash && action.Lower.StartsWith(Text.AsSpan(0, _name));
}
