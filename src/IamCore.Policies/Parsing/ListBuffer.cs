namespace IamCore.Policies.Parsing;

/// <summary>Collects items and gives them away as a list of exactly their number; reused for the next list.</summary>
internal struct ListBuffer<T>
{
    private const int InitialCapacity = 8;

    private T[]? _items;
    private int _count;

    public readonly int Count => _count;

    public readonly ReadOnlySpan<T> AsSpan() => _items.AsSpan(0, _count);

    public void Add(T item)
    {
        if (_items is null)
        {
            _items = new T[InitialCapacity];
        }
        else if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count * 2);
        }

        _items[_count++] = item;
    }

    public ValueList<T> TakeAll()
    {
        var all = ValueList.Create(AsSpan());
        _count = 0;
        return all;
    }
}
