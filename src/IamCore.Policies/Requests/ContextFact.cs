using System.Globalization;
using IamCore.Policies.Values;

namespace IamCore.Policies.Requests;

/// <summary>What one request has under one context key, and what its text stands for, read once (PL-110).</summary>
internal sealed class ContextFact
{
    private const int TimeLength = 20; // also enough for seconds since 1970

    private char[]? _timeBuffer;
    private string? _text;
    private int _start;
    private int _length;
    private bool _isTime;
    private bool _isEpoch;
    private bool _isTimeWritten;
    private Reading _read;
    private Reading _valid;
    private DecimalNumber _number;
    private IpAddressValue _address;
    private ArnFields _arn;
    private long _ticks;
    private bool _boolean;

    [Flags]
    private enum Reading : byte
    {
        None = 0,
        Number = 1,
        Instant = 2,
        Address = 4,
        Arn = 8,
        Boolean = 16,
    }

    /// <summary>The key asked for.</summary>
    public ContextKey Key { get; private set; } = null!;

    /// <summary>Next fact of the same hash bucket, or -1.</summary>
    public int Next { get; set; }

    /// <summary>Absent, single, or multivalued.</summary>
    public Cardinality Cardinality { get; private set; }

    /// <summary>The values of a multivalued key.</summary>
    public string[] Values { get; private set; } = [];

    /// <summary>The text of a single value.</summary>
    public ReadOnlySpan<char> Text
    {
        get
        {
            if (!_isTime)
            {
                return _text.AsSpan(_start, _length);
            }

            if (!_isTimeWritten)
            {
                _timeBuffer ??= new char[TimeLength];
                WriteTime(_timeBuffer);
            }

            return _timeBuffer.AsSpan(0, _length);
        }
    }

    /// <summary>Whether the key is absent or an empty array (PL-111).</summary>
    public bool IsAbsentOrEmpty => Cardinality == Cardinality.Absent || (Cardinality == Cardinality.Many && Values.Length == 0);

    /// <summary>Forgets everything, so that no request's data outlives it.</summary>
    public void Clear()
    {
        Key = null!;
        _text = null;
        Values = [];
    }

    public void SetAbsent(ContextKey key)
    {
        Key = key;
        Cardinality = Cardinality.Absent;
    }

    public void SetText(ContextKey key, string text) => SetText(key, text, 0, text.Length);

    public void SetText(ContextKey key, string text, int start, int length)
    {
        Key = key;
        Cardinality = Cardinality.Single;
        _text = text;
        _start = start;
        _length = length;
        _isTime = false;
        _read = Reading.None;
        _valid = Reading.None;
    }

    public void SetMany(ContextKey key, string[] values)
    {
        Key = key;
        Cardinality = Cardinality.Many;
        Values = values;
    }

    /// <summary>A derived time in whole seconds (EV-012); its text is written only when somebody asks.</summary>
    public void SetTime(ContextKey key, long utcTicks, bool asEpoch)
    {
        SetText(key, "");
        _isEpoch = asEpoch;
        _isTime = true;
        _isTimeWritten = false;
        _ticks = utcTicks;
        _read = Reading.Instant;
        _valid = Reading.Instant;
    }

    /// <summary>As a value, for people who read explanations.</summary>
    public ContextValue ToValue() => Cardinality switch
    {
        Cardinality.Absent => default,
        Cardinality.Single => ContextValue.From(Text.ToString()),
        _ => ContextValue.Many(Values),
    };

    /// <summary>Whether all that is there is empty text, under a set operator the null data set (PL-111).</summary>
    public bool IsNullSet()
    {
        if (Cardinality == Cardinality.Single)
        {
            return !_isTime && _length == 0;
        }

        foreach (var value in Values)
        {
            if (value.Length != 0)
            {
                return false;
            }
        }

        return true;
    }

    public bool TryNumber(out DecimalNumber number)
    {
        if (Need(Reading.Number))
        {
            Note(Reading.Number, DecimalNumber.TryParse(Text, out _number));
        }

        number = _number;
        return Has(Reading.Number);
    }

    public bool TryInstant(out long utcTicks)
    {
        if (Need(Reading.Instant))
        {
            Note(Reading.Instant, Instant.TryParse(Text, out _ticks));
        }

        utcTicks = _ticks;
        return Has(Reading.Instant);
    }

    public bool TryAddress(out IpAddressValue address)
    {
        if (Need(Reading.Address))
        {
            Note(Reading.Address, IpAddressValue.TryParse(Text, out _address));
        }

        address = _address;
        return Has(Reading.Address);
    }

    public bool TryArn(out ArnFields fields)
    {
        if (Need(Reading.Arn))
        {
            Note(Reading.Arn, ArnFields.TrySplit(Text, out _arn));
        }

        fields = _arn;
        return Has(Reading.Arn);
    }

    public bool TryBoolean(out bool value)
    {
        if (Need(Reading.Boolean))
        {
            Note(Reading.Boolean, BooleanValue.TryParse(Text, out _boolean));
        }

        value = _boolean;
        return Has(Reading.Boolean);
    }

    private void WriteTime(Span<char> buffer)
    {
        var time = new DateTime(_ticks, DateTimeKind.Utc);
        _isTimeWritten = _isEpoch
            ? ((_ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond).TryFormat(buffer, out _length, default, CultureInfo.InvariantCulture)
            : time.TryFormat(buffer, out _length, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    private bool Need(Reading form) => (_read & form) == 0;

    private bool Has(Reading form) => (_valid & form) != 0;

    private void Note(Reading form, bool isValid)
    {
        _read |= form;
        if (isValid)
        {
            _valid |= form;
        }
    }
}
