using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IamCore.Errors;
using IamCore.Stores;

namespace IamCore.Administration;

/// <summary>Places in lists as text that callers hand back: each good only for the list it came from (ID-265).</summary>
internal static class Markers
{
    private const int TagSize = 8;

    /// <param name="list">Names the list with all that narrows it.</param>
    /// <param name="place">The place.</param>
    public static string Write(string list, ListPosition place)
    {
        var text = Encoding.UTF8.GetBytes(place.Id == place.FoldedName ? $"\0{place.FoldedName}" : $"{place.Id}\0{place.FoldedName}");
        return Base64Url.EncodeToString([.. TagOf(list, text), .. text]);
    }

    /// <exception cref="IamException">The marker is none, or of another list.</exception>
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

        throw Refusals.Validation("Value at 'Marker' failed to satisfy constraint: Member must be a marker of this list", "ID-265");
    }

    private static byte[] TagOf(string list, ReadOnlySpan<byte> text)
    {
        byte[] all = [.. Encoding.UTF8.GetBytes(list), 0, .. text];
        return SHA256.HashData(all)[..TagSize];
    }
}
