using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace IamCore.Policies.Values;

/// <summary>
/// What was lately made of a text, for texts that come again and again: a fixed table in which a newcomer takes the place of whoever had it.
/// Safe for use by several threads: a slot is replaced as a whole, and its text is compared before it is used.
/// </summary>
/// <typeparam name="T">What is made of the text: immutable, and the same for the same text.</typeparam>
/// <param name="slots">How many are kept; a power of two.</param>
internal sealed class RecentTexts<T>(int slots)
{
    /// <summary>Longest text that is kept, so that there is a bound on what a table can ever hold.</summary>
    private const int MaxLength = 64;

    private readonly Slot?[] _slots = new Slot?[slots];

    /// <summary>What was made of the text, where it is still known.</summary>
    public bool TryFind(string text, [MaybeNullWhen(false)] out T value)
    {
        if (_slots[NumberOf(text)] is { } slot && slot.Text == text)
        {
            value = slot.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Keeps what was made of the text, unless it is long.</summary>
    public void Keep(string text, T value)
    {
        if (text.Length <= MaxLength)
        {
            _slots[NumberOf(text)] = new Slot(text, value);
        }
    }

    /// <summary>Mixes the length with four characters each of the beginning, the middle and the end: enough to tell names apart, and bounded for hostile ones.</summary>
    private int NumberOf(string text)
    {
        const int Part = sizeof(ulong) / sizeof(char);
        var mixed = (ulong)text.Length;
        if (text.Length >= Part)
        {
            mixed = unchecked((mixed + Eight(text, 0)) * 0x9E3779B97F4A7C15UL);
            mixed = unchecked(((mixed ^ (mixed >> 32)) + Eight(text, (text.Length - Part) / 2)) * 0xC2B2AE3D27D4EB4FUL);
            mixed = unchecked(((mixed ^ (mixed >> 32)) + Eight(text, text.Length - Part)) * 0x9E3779B97F4A7C15UL);
        }
        else
        {
            foreach (var c in text)
            {
                mixed = unchecked((mixed + c) * 0x9E3779B97F4A7C15UL);
            }
        }

        return (int)(mixed >> 40) & (_slots.Length - 1);
    }

    private static ulong Eight(string text, int start) =>
        BinaryPrimitives.ReadUInt64LittleEndian(MemoryMarshal.AsBytes(text.AsSpan(start, sizeof(ulong) / sizeof(char))));

    private sealed class Slot(string text, T value)
    {
        public string Text => text;

        public T Value => value;
    }
}
