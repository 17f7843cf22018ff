using System.Text;
using System.Text.Json;
using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>
/// Locates the <c>AWS</c> principals in the text of a document, so that they can be replaced and everything else is kept (ID-167).
/// </summary>
internal static class PrincipalLocations
{
    /// <summary>The location of a principal.</summary>
    /// <param name="Start">The index of its opening quote in the UTF-8 text.</param>
    /// <param name="Length">The number of bytes up to and including its closing quote.</param>
    /// <param name="Value">The principal.</param>
    public readonly record struct Location(int Start, int Length, string Value);

    /// <summary>Returns all locations in a document that is known to be well-formed; none for any other text.</summary>
    public static List<Location> Find(ReadOnlySpan<byte> utf8)
    {
        var locations = new List<Location>();
        var reader = new Utf8JsonReader(utf8);
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                ReadMembers(ref reader, "Statement", (ref r) => ReadEach(ref r, (ref s) =>
                {
                    if (s.TokenType == JsonTokenType.StartObject)
                    {
                        ReadPrincipals(ref s, locations);
                    }
                }));
            }
        }
        catch (JsonException)
        {
            locations.Clear();
        }

        return locations;
    }

    /// <summary>Returns the text with some principals replaced.</summary>
    public static PolicyText Replace(byte[] utf8, IEnumerable<(Location Location, string Value)> replacements)
    {
        var result = new MemoryStream(utf8.Length);
        var copied = 0;
        foreach (var (location, value) in replacements)
        {
            result.Write(utf8, copied, location.Start - copied);
            result.Write(Encoding.UTF8.GetBytes($"\"{value}\""));
            copied = location.Start + location.Length;
        }

        result.Write(utf8, copied, utf8.Length - copied);
        return new PolicyText(Encoding.UTF8.GetString(result.ToArray()));
    }

    private delegate void Reading(ref Utf8JsonReader reader);

    private static void ReadPrincipals(ref Utf8JsonReader reader, List<Location> locations)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isPrincipal = reader.ValueTextEquals("Principal") || reader.ValueTextEquals("NotPrincipal");
            reader.Read();
            if (!isPrincipal || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            ReadMembers(ref reader, "AWS", (ref r) => ReadEach(ref r, (ref s) =>
            {
                if (s.TokenType == JsonTokenType.String)
                {
                    locations.Add(new((int)s.TokenStartIndex, (int)(s.BytesConsumed - s.TokenStartIndex), s.GetString()!));
                }
            }));
        }
    }

    /// <summary>Reads an object to its end, visiting the members with one name.</summary>
    private static void ReadMembers(ref Utf8JsonReader reader, string name, Reading value)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = reader.ValueTextEquals(name);
            reader.Read();
            if (isWanted)
            {
                value(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>Visits a value, or each value of an array.</summary>
    private static void ReadEach(ref Utf8JsonReader reader, Reading value)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            value(ref reader);
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            value(ref reader);
        }
    }
}
