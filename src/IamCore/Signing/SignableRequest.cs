namespace IamCore.Signing;

/// <summary>
/// An HTTP request, or a message of that form, to be signed or verified (CR-082). Everything is taken exactly as sent: nothing decoded,
/// nothing reordered. It is
/// independent of any web framework.
/// </summary>
public readonly struct SignableRequest
{
    /// <summary>Creates the description of a request.</summary>
    /// <param name="method">The method, for example <c>GET</c>.</param>
    /// <param name="target">The path and query as in the request line, not decoded (CR-084); an empty target means <c>/</c>.</param>
    /// <param name="headers">All headers in the order of arrival, one entry per value.</param>
    /// <param name="body">The body as received, unless <see cref="BodyHash"/> is set.</param>
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

    /// <summary>The path and query as sent.</summary>
    public string Target { get; }

    /// <summary>All headers in the order of arrival.</summary>
    public ReadOnlyMemory<RequestHeader> Headers { get; init; }

    /// <summary>The body as received; ignored if <see cref="BodyHash"/> is set.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>
    /// The SHA-256 hash of the body (32 bytes), for hosts that hash while they read; if empty, it is computed from <see cref="Body"/>
    /// (CR-088).
    /// </summary>
    public ReadOnlyMemory<byte> BodyHash { get; init; }

    /// <summary>The path of the target.</summary>
    internal ReadOnlySpan<char> Path
    {
        get
        {
            var mark = Target.IndexOf('?', StringComparison.Ordinal);
            return mark < 0 ? Target : Target.AsSpan(0, mark);
        }
    }

    /// <summary>The query of the target, without the question mark.</summary>
    internal ReadOnlySpan<char> Query
    {
        get
        {
            var mark = Target.IndexOf('?', StringComparison.Ordinal);
            return mark < 0 ? default : Target.AsSpan(mark + 1);
        }
    }

    /// <summary>Returns the method and path. The query is not included, since that of a presigned request is secret (CR-107).</summary>
    /// <returns>The method and the path, separated by a space.</returns>
    public override string ToString() => $"{Method} {Path}";
}
