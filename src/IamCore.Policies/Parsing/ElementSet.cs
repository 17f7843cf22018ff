namespace IamCore.Policies.Parsing;

/// <summary>A set of elements; the default is empty.</summary>
internal struct ElementSet
{
    private uint _bits;

    public readonly ElementSet Complement() => new() { _bits = ~_bits };

    public readonly ElementSet Without(Element element) => new() { _bits = _bits & ~(1u << (int)element) };

    public readonly bool Contains(Element element) => (_bits & (1u << (int)element)) != 0;

    /// <summary>False where the element was there already.</summary>
    public bool Add(Element element)
    {
        var isNew = !Contains(element);
        _bits |= 1u << (int)element;
        return isNew;
    }
}
