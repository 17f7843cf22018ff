namespace IamCore.Policies.Parsing;

/// <summary>Finds repeated names: by looking at all of them while they are few, by a hash set from then on, so that many names cost linear time.</summary>
internal struct NameSet(bool ignoreCase)
{
    private const int Few = 8;

    private string[]? _few;
    private HashSet<string>? _many;
    private int _count;

    /// <summary>False where the name was there already.</summary>
    public bool Add(string name)
    {
        if (_many is not null)
        {
            return _many.Add(name);
        }

        for (var i = 0; i < _count; i++)
        {
            if (ignoreCase ? _few![i].Equals(name, StringComparison.OrdinalIgnoreCase) : _few![i] == name)
            {
                return false;
            }
        }

        if (_count == Few)
        {
            _many = new HashSet<string>(_few!, ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
            return _many.Add(name);
        }

        _few ??= new string[Few];
        _few[_count++] = name;
        return true;
    }

    public void Clear()
    {
        _count = 0;
        _many = null;
    }
}
