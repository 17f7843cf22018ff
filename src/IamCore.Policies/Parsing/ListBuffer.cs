using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace IamCore.Policies.Parsing;

/// <summary>Collects items and gives them away as a list of exactly their number; reused for the next list. The first few, mostly all, need no memory of their own.</summary>
internal struct ListBuffer<T>
{
    private const int FewLength = 8;

    private Few _few;
    private T[]? _many;
    private int _count;

    public readonly int Count => _count;

    [UnscopedRef]
    public readonly ReadOnlySpan<T> AsSpan() => _count <= FewLength ? ((ReadOnlySpan<T>)_few)[.._count] : _many.AsSpan(0, _count);

    public void Add(T item)
    {
        if (_count < FewLength)
        {
            _few[_count++] = item;
            return;
        }

        if (_count == FewLength)
        {
            _many ??= new T[2 * FewLength];
            ((ReadOnlySpan<T>)_few).CopyTo(_many);
        }
        else if (_count == _many!.Length)
        {
            Array.Resize(ref _many, _count * 2);
        }

        _many[_count++] = item;
    }

    public ValueList<T> TakeAll()
    {
        var all = ValueList.Create(AsSpan());
        _count = 0;
        return all;
    }

    [InlineArray(FewLength)]
    private struct Few
    {
        private T _first;
    }
}
