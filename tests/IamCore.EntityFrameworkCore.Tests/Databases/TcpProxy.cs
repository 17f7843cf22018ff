using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace IamCore.EntityFrameworkCore.Tests.Databases;

/// <summary>Stands between a store and its server: counts round trips, breaks connections, swallows what is sent.</summary>
internal sealed class TcpProxy : IDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _connections = [];
    private readonly CancellationTokenSource _stop = new();
    private int _roundTrips;
    private int _passagesLeft;
    private volatile bool _isDown;
    private volatile bool _isSwallowing;

    public TcpProxy(string place)
    {
        var settings = new NpgsqlConnectionStringBuilder(place);
        (_host, _port) = (settings.Host!, settings.Port);
        _listener.Start();
        settings.Host = "127.0.0.1";
        settings.Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        settings.Timeout = 10;
        settings.CancellationTimeout = 500;
        Place = settings.ToString();
        _ = AcceptAsync();
    }

    /// <summary>The connection string through the proxy.</summary>
    public string Place { get; }

    /// <summary>How often the client spoke after the server had, on all connections.</summary>
    public int RoundTrips => Volatile.Read(ref _roundTrips);

    /// <summary>Breaks all connections and refuses new ones.</summary>
    public void GoDown()
    {
        _isDown = true;
        Break();
    }

    /// <summary>Lets connections stand, and nothing through.</summary>
    public void Swallow() => _isSwallowing = true;

    public void GoUp()
    {
        _isDown = false;
        _isSwallowing = false;
        Break();
    }

    /// <summary>Breaks all connections.</summary>
    public void Break()
    {
        lock (_connections)
        {
            _connections.ForEach(c => c.Close());
            _connections.Clear();
        }
    }

    /// <summary>Breaks all connections when the nth piece of data from now on would pass, in whichever direction.</summary>
    public void BreakAt(int passage) => Volatile.Write(ref _passagesLeft, passage);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        Break();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                if (_isDown)
                {
                    client.Close();
                    continue;
                }

                var server = new TcpClient();
                await server.ConnectAsync(_host, _port, _stop.Token);
                (client.NoDelay, server.NoDelay) = (true, true);
                lock (_connections)
                {
                    _connections.AddRange([client, server]);
                }

                var turn = new Turn();
                _ = PumpAsync(client, server, () => turn.Client(ref _roundTrips));
                _ = PumpAsync(server, client, turn.Server);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, Action passing)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var count = await from.GetStream().ReadAsync(buffer);
                if (count == 0)
                {
                    break;
                }

                passing();
                if (Interlocked.Decrement(ref _passagesLeft) == 0)
                {
                    Break();
                }

                if (!_isSwallowing)
                {
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, count));
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
        }

        from.Close();
        to.Close();
    }

    private sealed class Turn
    {
        private volatile bool _isClients = true;

        public void Client(ref int roundTrips)
        {
            if (_isClients)
            {
                _isClients = false;
                Interlocked.Increment(ref roundTrips);
            }
        }

        public void Server() => _isClients = true;
    }
}
