using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IamCore.Benchmarks.Hosts;

/// <summary>A server without a network: it hands requests to the application's whole pipeline, one after the other.</summary>
internal sealed class InProcessServer(string path) : IServer
{
    private Func<Task> _request = static () => throw new InvalidOperationException("Not started");

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        var connection = new Connection<TContext>();
        _request = () => RequestAsync(application, connection);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    /// <summary>Makes one request, which must be answered 200 and at once.</summary>
    public int Ask()
    {
        var request = _request();
        return request.IsCompletedSuccessfully ? 1 : throw new InvalidOperationException("The request was not answered at once", request.Exception);
    }

    private async Task RequestAsync<TContext>(IHttpApplication<TContext> application, Connection<TContext> connection)
        where TContext : notnull
    {
        var response = new HttpResponseFeature();
        var features = connection.Next();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature { Method = "GET", Scheme = "http", Protocol = "HTTP/1.1", Path = path, RawTarget = path });
        features.Set<IHttpRequestLifetimeFeature>(connection);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        var context = application.CreateContext(features);
        await application.ProcessRequestAsync(context);
        application.DisposeContext(context, null);
        connection.HostContext = features.HostContext;
        if (response.StatusCode != StatusCodes.Status200OK)
        {
            throw new InvalidOperationException($"Answered {response.StatusCode}");
        }
    }

    /// <summary>What Kestrel keeps from one request of a connection to the next: the context, and the source of the token that tells of its end.</summary>
    private sealed class Connection<TContext> : FeatureCollection, IHostContextContainer<TContext>, IHttpRequestLifetimeFeature
        where TContext : notnull
    {
        public CancellationToken RequestAborted { get; set; }

        public void Abort() => throw new NotSupportedException();

        public TContext? HostContext { get; set; }

        public Connection<TContext> Next() => new() { HostContext = HostContext };
    }
}
