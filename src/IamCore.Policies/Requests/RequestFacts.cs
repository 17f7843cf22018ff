namespace IamCore.Policies.Requests;

/// <summary>
/// The context keys one decision asked for, each fetched once (design: "pulled when a statement asks"), and room to put texts with variables
/// together. One a thread, reused; a decision inside a context's answer gets one of its own.
/// </summary>
internal sealed class RequestFacts
{
    private const int InitialBuckets = 32;

    [ThreadStatic]
    private static RequestFacts? t_spare;

    private ContextFact[] _facts = [];
    private int[] _buckets = new int[InitialBuckets];
    private int _count;
    private ContextFact? _last;
    private char[] _chars = new char[256];
    private bool[] _literal = new bool[256];
    private ulong[] _words = [];

    /// <summary>A fact that is set for each value of a multivalued key in turn.</summary>
    public ContextFact Element { get; } = new();

    public static RequestFacts Rent()
    {
        ref var spare = ref t_spare;
        var facts = spare ?? new RequestFacts();
        spare = null;
        return facts;
    }

    public void Return()
    {
        for (var i = 0; i < _count; i++)
        {
            _facts[i].Clear();
        }

        Element.Clear();
        _last = null;
        _buckets.AsSpan().Clear();
        _count = 0;
        t_spare = this;
    }

    /// <summary>What the request has under <paramref name="key"/>.</summary>
    public ContextFact Get(in AccessRequest request, ContextKey key)
    {
        if (_last is { } last && ReferenceEquals(last.Key, key))
        {
            return last;
        }

        return _last = Find(in request, key);
    }

    /// <summary>Room for a text of <paramref name="length"/> characters and which of them are literal.</summary>
    public void Room(int length, out Span<char> chars, out Span<bool> literal)
    {
        if (length > _chars.Length)
        {
            var size = Math.Max(length, _chars.Length * 2);
            Array.Resize(ref _chars, size);
            Array.Resize(ref _literal, size);
        }

        chars = _chars;
        literal = _literal;
    }

    /// <summary>Room for a large set of action classes; in use by one look at a time.</summary>
    public Span<ulong> Words(int count)
    {
        if (_words.Length < count)
        {
            _words = new ulong[count];
        }

        return _words.AsSpan(0, count);
    }

    private ContextFact Find(in AccessRequest request, ContextKey key)
    {
        ref var bucket = ref _buckets[key.Hash & (_buckets.Length - 1)];
        for (var i = bucket - 1; i >= 0; i = _facts[i].Next)
        {
            if (_facts[i].Key.Equals(key))
            {
                return _facts[i];
            }
        }

        return Add(in request, key);
    }

    private ContextFact Add(in AccessRequest request, ContextKey key)
    {
        if (key.Derived is DerivedKey.CurrentTime or DerivedKey.EpochTime)
        {
            return AddTimes(in request, key);
        }

        var value = ContextSource.AsksHost(in request, key) ? request.Context.Find(key) : default;
        var fact = NextFact();
        ContextSource.Fill(in request, key, value, fact);
        Chain(fact);
        return fact;
    }

    private ContextFact AddTimes(in AccessRequest request, ContextKey key)
    {
        var currentTime = NextFact();
        _count++;
        var epochTime = NextFact();
        _count--;
        ContextSource.FillTimes(in request, currentTime, epochTime);
        Chain(currentTime);
        Chain(epochTime);
        return key.Derived == DerivedKey.CurrentTime ? currentTime : epochTime;
    }

    private ContextFact NextFact()
    {
        if (_count == _facts.Length)
        {
            Grow();
        }

        return _facts[_count];
    }

    private void Chain(ContextFact fact)
    {
        ref var bucket = ref _buckets[fact.Key.Hash & (_buckets.Length - 1)];
        fact.Next = bucket - 1;
        bucket = ++_count;
    }

    private void Grow()
    {
        var before = _facts.Length;
        Array.Resize(ref _facts, Math.Max(8, before * 2));
        for (var i = before; i < _facts.Length; i++)
        {
            _facts[i] = new ContextFact();
        }

        if (_facts.Length <= _buckets.Length)
        {
            return;
        }

        _buckets = new int[_facts.Length * 2];
        for (var i = 0; i < _count; i++)
        {
            ref var bucket = ref _buckets[_facts[i].Key.Hash & (_buckets.Length - 1)];
            _facts[i].Next = bucket - 1;
            bucket = i + 1;
        }
    }
}
