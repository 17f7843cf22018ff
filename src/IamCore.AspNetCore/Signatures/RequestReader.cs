using IamCore.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IamCore.AspNetCore.Signatures;

/// <summary>A request as its signer saw it: target and headers as received, nothing decoded (CR-082).</summary>
internal static class RequestReader
{
    public static SignableRequest Read(HttpContext http)
    {
        var request = http.Features.GetRequiredFeature<IHttpRequestFeature>();
        var headers = request.Headers;
        var lines = new RequestHeader[headers.Count];
        var count = 0;
        foreach (var (name, values) in headers)
        {
            for (var v = 0; v < values.Count; v++)
            {
                if (count == lines.Length)
                {
                    Array.Resize(ref lines, count * 2); // a header on several lines is rare
                }

                lines[count++] = new(name, values[v] ?? "");
            }
        }

        return new(request.Method, TargetOf(request.RawTarget), lines.AsMemory(0, count));
    }

    /// <summary>The request target; of an absolute one path and query.</summary>
    private static string TargetOf(string target)
    {
        if (target.StartsWith('/'))
        {
            return target;
        }

        var authority = target.IndexOf("://", StringComparison.Ordinal);
        if (authority < 0)
        {
            return target;
        }

        var path = target.AsSpan(authority + 3).IndexOfAny('/', '?');
        return path < 0 ? "/" : target[(authority + 3 + path)..];
    }
}
