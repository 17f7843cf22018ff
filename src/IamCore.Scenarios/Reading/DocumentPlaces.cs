using System.Text.Json;
using IamCore.Policies;

namespace IamCore.Scenarios.Reading;

/// <summary>Where the documents of a scenario stand in its file.</summary>
internal sealed class DocumentPlaces(IReadOnlyList<(PolicyDocument Document, JsonNode Place)> places)
{
    public static DocumentPlaces None { get; } = new([]);

    /// <summary>Line and column of a statement's opening brace, from 1.</summary>
    public (int Line, int Column)? Find(StatementReference statement)
    {
        foreach (var (document, place) in places)
        {
            if (ReferenceEquals(document, statement.Document))
            {
                var written = place.Find("Statement");
                return written.Kind == JsonTokenType.StartArray
                    ? written.Items().ElementAt(statement.Index).Position()
                    : written.Position();
            }
        }

        return null;
    }
}
