namespace IamCore.Signing;

/// <summary>
/// An HTTP request or a message of that shape, as it is signed (CR-082). Everything is as sent: nothing decoded, nothing re-ordered.
/// Any host fills it from what it has; it holds no reference to a web framework.
/// </summary>
public readonly struct SignableRequest
{
    /// <summary>Describes a request.</summary>
    /// <param name="method">The method, for example <c>GET</c>.</param>
    /// <param name="target">Path and query as in the request line, not decoded (CR-084); empty counts as <c>/</c>.</param>
    /// <param name="headers">All headers in the order of arrival; one entry a value.</param>
    /// <param name="body">The body as received, if the host has it at hand.</param>
    public SignableRequest(string method, string target, ReadOnlyMemory<RequestHeader> headers, ReadOnlyMemory<byte> body = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(target);
        Method = method;
        Target = target;
        Headers = headers;
        Body = body;
    }

    /// <summary>The method.</summary>
    public string Method { get; }

    /// <summary>Path and query as sent.</summary>
    public string Target { get; }

    /// <summary>All headers in the order of arrival.</summary>
    public ReadOnlyMemory<RequestHeader> Headers { get; init; }

    /// <summary>The body as received; not read where <see cref="BodyHash"/> is given.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>SHA-256 of the body, 32 bytes, for hosts that hash while they read; empty: computed from <see cref="Body"/> (CR-088).</summary>
    public ReadOnlyMemory<byte> BodyHash { get; init; }

    /// <summary>The path part of the target.</summary>
    internal ReadOnlySpan<char> Path
    {
        get
        {
            var mark = Target.IndexOf('?', StringComparison.Ordinal);
            return mark < 0 ? Target : Target.AsSpan(0, mark);
        }
    }

    /// <summary>The query part of the target, without the question mark.</summary>
    internal ReadOnlySpan<char> Query
    {
        get
        {
            var mark = Target.IndexOf('?', StringComparison.Ordinal);
            return mark < 0 ? default : Target.AsSpan(mark + 1);
        }
    }

    /// <summary>Method and path. The query is left out: a presigned one carries a secret (CR-107).</summary>
    public override string ToString() => $"{Method} {Path}";
}
