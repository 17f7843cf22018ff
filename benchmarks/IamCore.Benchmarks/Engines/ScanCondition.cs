using System.Globalization;
using IamCore.Policies;

namespace IamCore.Benchmarks.Engines;

/// <summary>One condition key with its operator, values made ready. Only the operators that workloads use.</summary>
internal sealed class ScanCondition
{
    private readonly Comparison _comparison;
    private readonly ContextKey _key;
    private readonly string[] _values;
    private readonly ScanPattern[] _patterns;
    private readonly (uint Network, uint Mask)[] _networks;

    public ScanCondition(ConditionOperator @operator, ConditionEntry entry)
    {
        if (@operator.Qualifier != SetQualifier.None || @operator.IfExists
            || @operator.Comparison is not (Comparison.StringEquals or Comparison.StringNotEquals or Comparison.StringLike or Comparison.Bool or Comparison.IpAddress))
        {
            throw new NotSupportedException($"The linear scan does not know {@operator}");
        }

        _comparison = @operator.Comparison;
        _key = ContextKey.Of(entry.Key);
        _values = entry.Values.AsSpan().ToArray();
        _patterns = _comparison == Comparison.StringLike ? [.. _values.Select(value => new ScanPattern(value))] : [];
        _networks = _comparison == Comparison.IpAddress ? [.. _values.Select(Network)] : [];
    }

    public bool Holds(IRequestContext context)
    {
        var value = context.Find(_key).Text;
        return _comparison switch
        {
            Comparison.StringNotEquals => value is null || !Contains(value, StringComparison.Ordinal),
            _ when value is null => false,
            Comparison.StringEquals => Contains(value, StringComparison.Ordinal),
            Comparison.Bool => Contains(value, StringComparison.OrdinalIgnoreCase),
            Comparison.StringLike => ContainsMatch(value),
            _ => TryParse(value, out var address) && InAny(address),
        };
    }

    private static (uint Network, uint Mask) Network(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var bits = slash < 0 ? 32 : int.Parse(text.AsSpan(slash + 1), CultureInfo.InvariantCulture);
        var mask = bits == 0 ? 0 : uint.MaxValue << (32 - bits);
        return TryParse(slash < 0 ? text : text.AsSpan(0, slash), out var address)
            ? (address & mask, mask)
            : throw new NotSupportedException($"The linear scan does not know {text}");
    }

    private static bool TryParse(ReadOnlySpan<char> text, out uint address)
    {
        address = 0;
        var parts = 0;
        foreach (var part in text.Split('.'))
        {
            if (!byte.TryParse(text[part], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            address = (address << 8) | number;
            parts++;
        }

        return parts == 4;
    }

    private bool Contains(string value, StringComparison comparison)
    {
        foreach (var item in _values)
        {
            if (string.Equals(item, value, comparison))
            {
                return true;
            }
        }

        return false;
    }

    private bool ContainsMatch(string value)
    {
        foreach (var pattern in _patterns)
        {
            if (pattern.Matches(value))
            {
                return true;
            }
        }

        return false;
    }

    private bool InAny(uint address)
    {
        foreach (var (network, mask) in _networks)
        {
            if ((address & mask) == network)
            {
                return true;
            }
        }

        return false;
    }
}
