namespace IamCore.Policies.Values;

/// <summary>One field of an ARN pattern without variables.</summary>
internal static class FieldPattern
{
    /// <summary>Matches a whole field; <c>*</c> and plain texts, which most are, without a search.</summary>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> field) =>
        pattern is "*" || field.SequenceEqual(pattern) || (Glob.HasWildcard(pattern) && Glob.IsMatch(pattern, field));
}
