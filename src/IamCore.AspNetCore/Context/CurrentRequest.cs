using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.AspNetCore.Context;

/// <summary>
/// The request under way, for questions about objects, which are asked without it. Where the host registered <see cref="IHttpContextAccessor"/> that one knows;
/// registering it for every host would cost each request a context of its own, since servers use contexts again only where there is no accessor.
/// </summary>
internal sealed class CurrentRequest(IServiceProvider services)
{
    private readonly IHttpContextAccessor? _accessor = services.GetService<IHttpContextAccessor>();

    private readonly AsyncLocal<Holder?> _current = new();

    /// <summary>The request; <see langword="null"/> outside of one, and for what outlives it.</summary>
    public HttpContext? Http => _accessor is null ? _current.Value?.Http : _accessor.HttpContext;

    /// <summary>Notes requests from here on, where nobody else does.</summary>
    public void Follow(IApplicationBuilder app)
    {
        if (_accessor is null)
        {
            app.Use(RunAsync);
        }
    }

    private async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        var holder = new Holder { Http = http };
        _current.Value = holder;
        try
        {
            await next(http).ConfigureAwait(false);
        }
        finally
        {
            holder.Http = null; // the server uses the context again: what outlives this request must not see another
        }
    }

    private sealed class Holder
    {
        public HttpContext? Http { get; set; }
    }
}
