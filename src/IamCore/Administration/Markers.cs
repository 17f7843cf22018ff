using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IamCore.Errors;
using IamCore.Stores;

namespace IamCore.Administration;

/// <summary>Writes positions in lists as continuation markers; each is valid only for the list it came from (ID-265).</summary>
internal static class Markers
{
    private const int TagSize = 8;

    /// <param name="list">Identifies the list, including everything that narrows it.</param>
    /// <param name="position">The position.</param>
    public static string Write(string list, ListPosition position)
    {
        var text = Encoding.UTF8.GetBytes(position.Id == position.FoldedName ? $"\0{position.FoldedName}" : $"{position.Id}\0{position.FoldedName}");
        return Base64Url.EncodeToString([.. TagOf(list, text), .. text]);
    }

    /// <exception cref="IamException">The text is not a marker, or the marker of another list.</exception>
    public static ListPosition? Read(string list, string? marker)
    {
        if (marker is null)
        {
            return null;
        }

        var bytes = Base64Url.IsValid(marker) ? Base64Url.DecodeFromChars(marker) : [];
        if (bytes.Length > TagSize && bytes.AsSpan(0, TagSize).SequenceEqual(TagOf(list, bytes.AsSpan(TagSize))))
        {
            var text = Encoding.UTF8.GetString(bytes.AsSpan(TagSize));
            var end = text.IndexOf('\0', StringComparison.Ordinal);
            if (end >= 0)
            {
                return new(text[(end + 1)..], end == 0 ? text[1..] : text[..end]);
            }
        }

        throw IamErrors.Validation("Value at 'Marker' failed to satisfy constraint: Member must be a marker of this list", "ID-265");
    }

    // A checksum against mix-ups, not a secret: a forged marker shows nothing that the list itself does not.
    private static byte[] TagOf(string list, ReadOnlySpan<byte> text)
    {
        byte[] all = [.. Encoding.UTF8.GetBytes(list), 0, .. text];
        return SHA256.HashData(all)[..TagSize];
    }
}
