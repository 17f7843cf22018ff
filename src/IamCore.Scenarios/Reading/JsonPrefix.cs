using System.Text.Json;

namespace IamCore.Scenarios.Reading;

/// <summary>Follows JSON as it comes in, to tell where its first value ends.</summary>
internal sealed class JsonPrefix
{
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = int.MaxValue });

    /// <summary>What has come in so far.</summary>
    public enum Shape
    {
        /// <summary>The beginning of a value.</summary>
        Incomplete,

        /// <summary>A whole value.</summary>
        Complete,

        /// <summary>Nothing that can become JSON.</summary>
        Broken,
    }

    /// <summary>Takes more bytes; those from <paramref name="consumed"/> on must be given again, with what follows them.</summary>
    public Shape Feed(ReadOnlySpan<byte> utf8, out int consumed)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, _state);
        var isComplete = false;
        try
        {
            while (!isComplete && reader.Read())
            {
                isComplete = reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
            }
        }
        catch (JsonException)
        {
            consumed = 0;
            return Shape.Broken;
        }

        consumed = (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return isComplete ? Shape.Complete : Shape.Incomplete;
    }
}
