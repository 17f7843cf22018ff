using System.Text.Json;

namespace IamCore.Policies.Parsing;

/// <summary>Finds where the statements of a document without errors stand, by reading it once more.</summary>
internal static class StatementPlaces
{
    private const int DocumentDepth = 1;

    public static SourcePlace[] Find(byte[] utf8, SourceOrigin origin)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == DocumentDepth && reader.ValueTextEquals("Statement"u8))
            {
                reader.Read();
                return FindIn(ref reader, new SourceText(utf8), origin);
            }
        }

        return [];
    }

    private static SourcePlace[] FindIn(ref Utf8JsonReader reader, SourceText text, SourceOrigin origin)
    {
        var path = JsonPath.Member(origin.Path, "Statement");
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return [PlaceOf(path, reader.TokenStartIndex)];
        }

        var places = new List<SourcePlace>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            places.Add(PlaceOf(JsonPath.Item(path, places.Count), reader.TokenStartIndex));
            reader.Skip();
        }

        return [.. places];

        SourcePlace PlaceOf(string path, long offset)
        {
            var (line, column) = origin.PlaceOf(text, (int)offset);
            return new SourcePlace(path, line, column);
        }
    }
}
