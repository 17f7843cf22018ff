namespace IamCore.Scenarios.Tests;

/// <summary>The same bytes over and over, cut at a length, and then others.</summary>
internal sealed class RepeatedInput(byte[] unit, long length, byte[] tail) : TestInput
{
    private long _at;

    public override int Read(byte[] buffer, int offset, int count)
    {
        var at = (int)(_at % unit.Length);
        var source = _at < length ? unit.AsSpan(at) : tail.AsSpan((int)(_at - length));
        var left = _at < length ? length - _at : source.Length;
        var read = (int)Math.Min(Math.Min(count, source.Length), left);
        source[..read].CopyTo(buffer.AsSpan(offset));
        _at += read;
        return read;
    }
}
