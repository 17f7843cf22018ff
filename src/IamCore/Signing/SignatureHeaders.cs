namespace IamCore.Signing;

/// <summary>The headers with a special meaning for signing, each at most once (CR-086).</summary>
internal readonly struct SignatureHeaders
{
    public string? Authorization { get; private init; }

    public string? AmzDate { get; private init; }

    public string? Date { get; private init; }

    public string? SecurityToken { get; private init; }

    public string? ContentHash { get; private init; }

    public static SignatureHeaders Read(ReadOnlySpan<RequestHeader> headers, out SignatureFault? fault)
    {
        string? authorization = null, amzDate = null, date = null, token = null, hash = null, host = null;
        var dates = 0;
        fault = null;
        foreach (var header in headers)
        {
            var isFirst = header.Name.Length switch
            {
                4 when Is(header, "host") => Take(ref host, header),
                4 when Is(header, "date") => dates++ >= 0 && (date = header.Value) is not null,
                10 when CanonicalHeaders.IsHost(header.Name) => Take(ref host, header),
                10 when Is(header, "x-amz-date") => Take(ref amzDate, header),
                13 when Is(header, "authorization") => Take(ref authorization, header),
                20 when Is(header, "x-amz-security-token") => Take(ref token, header),
                20 when Is(header, "x-amz-content-sha256") => Take(ref hash, header),
                _ => true,
            };
            if (!isFirst)
            {
                fault = Twice(header.Name);
                return default;
            }
        }

        if (dates > 1 && amzDate is null)
        {
            fault = Twice("date");
            return default;
        }

        return new()
        {
            Authorization = authorization,
            AmzDate = amzDate,
            Date = date,
            SecurityToken = token?.Trim(' '),
            ContentHash = hash?.Trim(' '),
        };
    }

    private static bool Is(RequestHeader header, string name) => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool Take(ref string? slot, RequestHeader header)
    {
        var isFirst = slot is null;
        slot = header.Value;
        return isFirst;
    }

    private static SignatureFault Twice(string name) =>
        new(SignatureFaultCode.IncompleteSignature, $"The header {name.ToLowerInvariant()} must not be there more than once");
}
