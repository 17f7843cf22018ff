namespace IamCore.Signing;

/// <summary>The list of signed headers (CR-087).</summary>
internal static class SignedHeaderNames
{
    /// <summary>Whether the names are in lower case and strictly ascending byte order.</summary>
    public static bool AreInOrder(ReadOnlySpan<char> names)
    {
        ReadOnlySpan<char> former = default;
        foreach (var range in names.Split(';'))
        {
            var name = names[range];
            if (name.IsEmpty || former.SequenceCompareTo(name) >= 0 || !IsLowerCase(name))
            {
                return false;
            }

            former = name;
        }

        return true;
    }

    /// <summary>Whether the list contains the header's name; <c>host</c> and <c>:authority</c> are equivalent.</summary>
    public static bool Contains(ReadOnlySpan<char> names, ReadOnlySpan<char> header)
    {
        foreach (var range in names.Split(';'))
        {
            var name = names[range];
            if (name.Equals(header, StringComparison.OrdinalIgnoreCase)
                || (CanonicalHeaders.IsHost(name) && CanonicalHeaders.IsHost(header)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLowerCase(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (c is <= ' ' or >= '\u007F' or (>= 'A' and <= 'Z'))
            {
                return false;
            }
        }

        return true;
    }
}
