namespace IamCore.Signing;

/// <summary>Splits a query as sent.</summary>
internal static class QueryParameters
{
    /// <summary>Takes the next piece off <paramref name="query"/>. False for an empty piece, which is no parameter.</summary>
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
