using Microsoft.AspNetCore.Http;

namespace IamCore.AspNetCore.Context;

/// <summary>
/// The context of an HTTP request (CR-099). Address and scheme are those of the connection, or of a proxy's headers exactly where the host configured
/// forwarded headers. One a thread, reused, since most decisions ask nothing of it; whoever awaits keeps theirs.
/// </summary>
internal sealed class HttpRequestContext : IRequestContext
{
    [ThreadStatic]
    private static HttpRequestContext? t_spare;

    private HttpContext? _http;
    private IIamContextProvider[] _providers = [];
    private ResourceName _name;
    private IamResource? _resource;

    /// <summary>A context of a request about a resource.</summary>
    public static HttpRequestContext Rent(HttpContext? http, in ResourceName name, IamResource? resource, IIamContextProvider[] providers)
    {
        var context = t_spare ?? new HttpRequestContext();
        t_spare = null;
        context._http = http;
        context._name = name;
        context._resource = resource;
        context._providers = providers;
        return context;
    }

    /// <summary>Forgets everything and may be used again. Only after the answer is there.</summary>
    public void Return()
    {
        _http = null;
        _name = default;
        _resource = null;
        _providers = [];
        t_spare = this;
    }

    public ContextValue Find(ContextKey key) => RequestKeys.Of(key) switch
    {
        KeySource.Engine => ContextValue.Absent,
        KeySource.SourceIp => SourceIp(),
        KeySource.SecureTransport => _http is null ? default : ContextValue.From(_http.Request.IsHttps),
        KeySource.UserAgent => One(_http?.Request.Headers.UserAgent),
        KeySource.Referer => One(_http?.Request.Headers.Referer),
        KeySource.ResourceTag => ResourceTag(key),
        _ => Host(key),
    };

    /// <summary>A header that was sent more than once is told of as one value, as AWS reads it.</summary>
    private static ContextValue One(Microsoft.Extensions.Primitives.StringValues? values) =>
        values is { Count: > 0 } some ? ContextValue.From(some.ToString()) : ContextValue.Absent;

    private ContextValue SourceIp()
    {
        if (_http?.Connection.RemoteIpAddress is not { } address)
        {
            return default;
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 && address.ScopeId != 0)
        {
            address = new(address.GetAddressBytes()); // the zone is this machine's, not the caller's
        }

        return ContextValue.From(address.ToString());
    }

    /// <summary>A resource that came with its tags has these and no others.</summary>
    private ContextValue ResourceTag(ContextKey key)
    {
        if (_resource is not { Tags.Count: > 0 })
        {
            return Host(key);
        }

        foreach (var tag in _resource.Tags)
        {
            if (RequestKeys.TagOf(key).Equals(tag.Key, StringComparison.OrdinalIgnoreCase))
            {
                return ContextValue.From(tag.Value);
            }
        }

        return default;
    }

    private ContextValue Host(ContextKey key)
    {
        if (_http is null)
        {
            return default;
        }

        foreach (var provider in _providers)
        {
            var value = provider.Find(key, _name, _http);
            if (!value.IsAbsent)
            {
                return value;
            }
        }

        return default;
    }
}
