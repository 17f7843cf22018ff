using System.Buffers.Binary;
using System.Text;

namespace IamCore.Policies.Parsing;

/// <summary>
/// One string for each text that documents repeat, such as action names and condition keys: a fixed table in which a newcomer takes the
/// place of whoever had it. Saves reading a sixth of the bytes it allocates and a check of each text found, and memory where many documents are
/// kept. Safe for use by several threads: a slot is replaced as a whole, and what it holds is compared before it is used.
/// </summary>
internal sealed class SharedText
{
    /// <summary>Longest text that is shared; with the number of slots it bounds what a table can ever hold to about 150 kB.</summary>
    private const int MaxLength = 64;

    private const int Slots = 1024;

    private readonly string?[] _table = new string?[Slots];

    private SharedText()
    {
    }

    /// <summary>Entries of actions, all of the form of PL-065.</summary>
    public static SharedText Actions { get; } = new();

    /// <summary>Entries of principals.</summary>
    public static SharedText Principals { get; } = new();

    /// <summary>Condition keys and values.</summary>
    public static SharedText Conditions { get; } = new();

    /// <summary>The string for a text of ASCII characters where it is in the table.</summary>
    public string? Find(ReadOnlySpan<byte> ascii)
    {
        var known = _table[Hash(ascii) % Slots];
        return known is not null && Ascii.Equals(ascii, known) ? known : null;
    }

    /// <summary>Puts a text that was not found into the table, unless it is long.</summary>
    public void Keep(ReadOnlySpan<byte> ascii, string text)
    {
        if (ascii.Length <= MaxLength)
        {
            _table[Hash(ascii) % Slots] = text;
        }
    }

    /// <summary>Mixes the length with the first and the last eight bytes: enough to tell names apart, and bounded for hostile ones.</summary>
    private static uint Hash(ReadOnlySpan<byte> text)
    {
        ulong head, tail;
        if (text.Length >= sizeof(ulong))
        {
            head = BinaryPrimitives.ReadUInt64LittleEndian(text);
            tail = BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]);
        }
        else
        {
            head = 0;
            foreach (var b in text)
            {
                head = (head << 8) | b;
            }

            tail = head;
        }

        var mixed = unchecked(((head * 0x9E3779B97F4A7C15UL) ^ (tail + (ulong)text.Length)) * 0xC2B2AE3D27D4EB4FUL);
        return (uint)(mixed >> 40);
    }
}
