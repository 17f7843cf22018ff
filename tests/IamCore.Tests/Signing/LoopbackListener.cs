using System.Net;
using System.Net.Sockets;
using System.Text;
using IamCore.Signing;

namespace IamCore.Tests.Signing;

/// <summary>An HTTP/1.1 listener that hands on requests exactly as they came: nothing decoded, nothing joined. One request a connection.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public LoopbackListener() => _listener.Start();

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Takes one request and answers it.</summary>
    public async Task<SignableRequest> ServeOneAsync(string response = "ok")
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var client = await _listener.AcceptTcpClientAsync(timeout.Token);
        using var stream = client.GetStream();
        var received = new List<byte>();
        var buffer = new byte[16384];
        var headEnd = -1;
        var length = 0;
        while (headEnd < 0 || received.Count < headEnd + 4 + length)
        {
            var read = await stream.ReadAsync(buffer, timeout.Token);
            if (read == 0)
            {
                throw new EndOfStreamException();
            }

            received.AddRange(buffer.AsSpan(0, read));
            if (headEnd < 0)
            {
                headEnd = received.ToArray().AsSpan().IndexOf("\r\n\r\n"u8);
                length = headEnd < 0 ? 0 : LengthOf(Encoding.UTF8.GetString(received.ToArray(), 0, headEnd));
            }
        }

        var body = Encoding.UTF8.GetBytes(response);
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), timeout.Token);
        await stream.WriteAsync(body, timeout.Token);
        return RequestOf(Encoding.UTF8.GetString(received.ToArray(), 0, headEnd), received.ToArray()[(headEnd + 4)..]);
    }

    public void Dispose() => _listener.Dispose();

    private static SignableRequest RequestOf(string head, byte[] body)
    {
        var lines = head.Split("\r\n");
        var first = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Select(p => new RequestHeader(p[0], p[1].Trim(' '))).ToArray();
        return new(first[0], first[1], headers, body);
    }

    private static int LengthOf(string head) =>
        head.Split("\r\n").FirstOrDefault(line => line.StartsWith("content-length:", StringComparison.OrdinalIgnoreCase)) is { } line
            ? int.Parse(line.AsSpan("content-length:".Length), System.Globalization.CultureInfo.InvariantCulture) : 0;
}
