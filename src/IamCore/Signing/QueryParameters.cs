namespace IamCore.Signing;

/// <summary>Splits a query without decoding it.</summary>
internal static class QueryParameters
{
    /// <summary>
    /// Removes the next parameter from <paramref name="query"/>. Returns false for an empty part, which is not a parameter.
    /// </summary>
    public static bool Next(scoped ref ReadOnlySpan<char> query, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        var end = query.IndexOf('&');
        var piece = end < 0 ? query : query[..end];
        query = end < 0 ? default : query[(end + 1)..];
        var equal = piece.IndexOf('=');
        name = equal < 0 ? piece : piece[..equal];
        value = equal < 0 ? default : piece[(equal + 1)..];
        return !piece.IsEmpty;
    }
}
