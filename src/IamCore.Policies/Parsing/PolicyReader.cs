using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace IamCore.Policies.Parsing;

/// <summary>Reads a policy document in one pass of <see cref="System.Text.Json.Utf8JsonReader"/>, finding all errors (PL-009).</summary>
internal static class PolicyReader
{
    /// <summary>Longest document that is read, in characters: Unicode scalar values (PL-008, PL-190).</summary>
    public const int MaxCharacters = 1_048_576;

    private const char ByteOrderMark = '\uFEFF';

    private static ReadOnlySpan<byte> Utf8ByteOrderMark => "\uFEFF"u8;

    public static bool TryRead(string json, PolicyType type, [NotNullWhen(true)] out PolicyDocument? document, out ValueList<PolicyFault> faults)
    {
        ArgumentNullException.ThrowIfNull(json);
        var text = json.AsSpan(json is [ByteOrderMark, ..] ? 1 : 0);
        if (text.Length > MaxCharacters && CountCharacters(text) is var characters and > MaxCharacters)
        {
            return Refuse(characters, SourceOrigin.Whole, out document, out faults);
        }

        var utf8 = new byte[Encoding.UTF8.GetByteCount(text)];
        _ = Utf8.FromUtf16(text, utf8, out var read, out var written, replaceInvalidSequences: false);
        var validLength = read == text.Length ? utf8.Length : written;
        return TryReadUtf8(utf8, validLength, isAscii: utf8.Length == text.Length, type, SourceOrigin.Whole, out document, out faults);
    }

    public static bool TryRead(ReadOnlySpan<byte> utf8, PolicyType type, [NotNullWhen(true)] out PolicyDocument? document, out ValueList<PolicyFault> faults) =>
        TryRead(utf8.StartsWith(Utf8ByteOrderMark) ? utf8[Utf8ByteOrderMark.Length..] : utf8, type, SourceOrigin.Whole, out document, out faults);

    /// <summary>Reads a document that stands inside another file; paths, lines and columns of its errors are those in the file.</summary>
    /// <param name="utf8">The document alone, from its first character to its last: size and depth are counted from there (PL-008).</param>
    /// <param name="type">How it is read.</param>
    /// <param name="origin">Where it stands.</param>
    /// <param name="document">The document; null on failure.</param>
    /// <param name="faults">On failure the errors, else none.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8, PolicyType type, SourceOrigin origin, [NotNullWhen(true)] out PolicyDocument? document, out ValueList<PolicyFault> faults)
    {
        if (utf8.Length > MaxCharacters && PolicySize.CountAll(utf8) is var characters and > MaxCharacters)
        {
            return Refuse(characters, origin, out document, out faults);
        }

        var isAscii = Ascii.IsValid(utf8);
        var validLength = isAscii || Utf8.IsValid(utf8) ? utf8.Length : FindInvalid(utf8);
        return TryReadUtf8(utf8.ToArray(), validLength, isAscii, type, origin, out document, out faults);
    }

    private static bool TryReadUtf8(
        byte[] utf8, int validLength, bool isAscii, PolicyType type, SourceOrigin origin, out PolicyDocument? document, out ValueList<PolicyFault> faults)
    {
        var parser = new DocumentParser(utf8.AsSpan(0, validLength), isWhole: validLength == utf8.Length, isAscii, type, origin.Path);
        document = parser.Read(new PolicySource(utf8, origin), out var found);
        faults = found?.Locate(utf8, origin) ?? ValueList<PolicyFault>.Empty;
        return document is not null;
    }

    private static bool Refuse(int characters, SourceOrigin origin, out PolicyDocument? document, out ValueList<PolicyFault> faults)
    {
        document = null;
        var message = string.Create(CultureInfo.InvariantCulture, $"The document has {characters} characters; at most {MaxCharacters} are read");
        faults = [new PolicyFault(PolicyFaultCode.DocumentTooLarge, message, origin.Path, origin.Line, origin.Column)];
        return false;
    }

    private static int FindInvalid(ReadOnlySpan<byte> utf8)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(utf8[valid..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            valid += length;
        }

        return valid;
    }

    private static int CountCharacters(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            count -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return count;
    }
}
