namespace IamCore.Signing;

/// <summary>The decoded query parameters of a presigned request, each at most once (CR-086, CR-093).</summary>
internal struct PresignedQuery
{
    public string? Algorithm;
    public string? Credential;
    public string? Date;
    public string? Expires;
    public string? SignedHeaders;
    public string? SecurityToken;
    public string? Signature;

    private const string Prefix = "X-Amz-";

    /// <summary>Whether the query claims to authenticate the request.</summary>
    public readonly bool IsPresent => Algorithm is not null || Credential is not null || Signature is not null;

    public static PresignedQuery Read(ReadOnlySpan<char> query, out SignatureFault? fault)
    {
        var result = default(PresignedQuery);
        fault = null;
        var seen = 0;
        while (!query.IsEmpty)
        {
            if (!QueryParameters.Next(ref query, out var name, out var value) || !MayBeReserved(name))
            {
                continue;
            }

            var decoded = PercentEncoding.Decode(name);
            var bit = BitOf(decoded);
            if (bit == 0)
            {
                continue;
            }

            if ((seen & bit) != 0)
            {
                fault = new(SignatureFaultCode.IncompleteSignature, $"The query parameter {decoded} must not be there more than once");
                return default;
            }

            seen |= bit;
            result.Set(decoded, PercentEncoding.Decode(value));
        }

        return result;
    }

    /// <summary>A quick check without false negatives: looks for the prefix and for encoded characters.</summary>
    private static bool MayBeReserved(ReadOnlySpan<char> name) =>
        name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || name.Contains('%');

    /// <summary>Ignores case, since hosts do so when they look up parameters: another spelling counts as a duplicate.</summary>
    private static int BitOf(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        ReadOnlySpan<string> names = ["Algorithm", "Credential", "Date", "Expires", "SignedHeaders", "Security-Token", "Signature"];
        for (var i = 0; i < names.Length; i++)
        {
            if (name.AsSpan(Prefix.Length).Equals(names[i], StringComparison.OrdinalIgnoreCase))
            {
                return 1 << i;
            }
        }

        return 0;
    }

    /// <summary>Reads only the exact spelling (CR-093).</summary>
    private void Set(string name, string value)
    {
        switch (name)
        {
            case "X-Amz-Algorithm":
                Algorithm = value;
                break;
            case "X-Amz-Credential":
                Credential = value;
                break;
            case "X-Amz-Date":
                Date = value;
                break;
            case "X-Amz-Expires":
                Expires = value;
                break;
            case "X-Amz-SignedHeaders":
                SignedHeaders = value;
                break;
            case "X-Amz-Security-Token":
                SecurityToken = value;
                break;
            case "X-Amz-Signature":
                Signature = value;
                break;
            default:
                break;
        }
    }
}
