namespace IamCore.Policies.Values;

/// <summary>Where the six fields of an ARN value start in its text (PL-161).</summary>
internal readonly struct ArnFields
{
    private readonly int _partition;
    private readonly int _service;
    private readonly int _region;
    private readonly int _account;
    private readonly int _resource;

    private ArnFields(int partition, int service, int region, int account, int resource)
    {
        _partition = partition;
        _service = service;
        _region = region;
        _account = account;
        _resource = resource;
    }

    /// <summary>Splits at the first five colons, whatever the fields hold.</summary>
    public static bool TrySplitAny(ReadOnlySpan<char> text, out ArnFields fields)
    {
        fields = default;
        Span<int> starts = stackalloc int[5];
        var at = 0;
        foreach (ref var start in starts)
        {
            var colon = text[at..].IndexOf(':');
            if (colon < 0)
            {
                return false;
            }

            at += colon + 1;
            start = at;
        }

        fields = new ArnFields(starts[0], starts[1], starts[2], starts[3], starts[4]);
        return true;
    }

    /// <summary>Splits a request's value; false where it does not start with <c>arn:</c> or has fewer fields (PL-162).</summary>
    public static bool TrySplit(ReadOnlySpan<char> text, out ArnFields fields)
    {
        fields = default;
        return text.StartsWith("arn:", StringComparison.Ordinal) && TrySplitAny(text, out fields);
    }

    /// <summary>The field at <paramref name="index"/>, from 0, of the text that was split, as offsets.</summary>
    public (int Start, int End) Bounds(int index, int length) => index switch
    {
        0 => (0, _partition - 1),
        1 => (_partition, _service - 1),
        2 => (_service, _region - 1),
        3 => (_region, _account - 1),
        4 => (_account, _resource - 1),
        _ => (_resource, length),
    };

    /// <summary>The field at <paramref name="index"/>, from 0, of the text that was split.</summary>
    public ReadOnlySpan<char> Field(ReadOnlySpan<char> text, int index)
    {
        var (start, end) = Bounds(index, text.Length);
        return text[start..end];
    }
}
