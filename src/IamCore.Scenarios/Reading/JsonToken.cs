using System.Text.Json;

namespace IamCore.Scenarios.Reading;

/// <summary>One value or member name.</summary>
/// <param name="Kind">What it is; objects and arrays are their opening token.</param>
/// <param name="IsEscaped">Whether a string or name holds backslashes.</param>
/// <param name="Start">Offset of its first byte, quotes included.</param>
/// <param name="Length">Length in bytes, to the closing quote, brace or bracket.</param>
/// <param name="Next">Index of the token that follows the whole value.</param>
internal readonly record struct JsonToken(JsonTokenType Kind, bool IsEscaped, int Start, int Length, int Next);
