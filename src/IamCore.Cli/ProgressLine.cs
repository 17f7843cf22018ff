using System.Globalization;

namespace IamCore.Cli;

/// <summary>A line on standard error that counts, from the second second of a run; only where a person watches it.</summary>
/// <param name="console">The console.</param>
/// <param name="isWanted">Whether nothing else is printed meanwhile that the line would garble.</param>
internal sealed class ProgressLine(CliConsole console, bool isWanted) : IDisposable
{
    private static readonly TimeSpan FirstAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan NextAfter = TimeSpan.FromMilliseconds(200);

    private readonly long _start = console.Clock.GetTimestamp();
    private readonly bool _isShown = isWanted && console.IsErrorTerminal;
    private TimeSpan _next = FirstAfter;
    private int _count;
    private bool _hasText;

    /// <summary>Counts one scenario.</summary>
    public void Tick()
    {
        _count++;
        if (!_isShown || console.Clock.GetElapsedTime(_start) is var elapsed && elapsed < _next)
        {
            return;
        }

        _next = elapsed + NextAfter;
        _hasText = true;
        console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{_count:N0} scenarios, {_count / elapsed.TotalSeconds:N0} a second"));
    }

    /// <summary>Takes the line away, so that something else can be printed.</summary>
    public void Clear()
    {
        if (_hasText)
        {
            _hasText = false;
            console.Error.Write("\r\e[K");
        }
    }

    public void Dispose() => Clear();
}
