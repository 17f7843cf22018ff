namespace IamCore.Policies.Tests.Parsing;

/// <summary>
/// A document in which <c>¦</c> marks where each fault is expected, in order. Expected lines and columns are counted here, by the plainest means.
/// </summary>
internal static class Marked
{
    private const char Mark = '¦';

    public static void Check(PolicyType type, string marked, params string[] expected)
    {
        var lines = new List<string>();
        var text = new System.Text.StringBuilder();
        foreach (var c in marked)
        {
            if (c != Mark)
            {
                text.Append(c);
                continue;
            }

            var before = text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
            lines.Add($"{expected.ElementAtOrDefault(lines.Count)} ({before.Length},{before[^1].Length + 1})");
        }

        Assert.Equal(expected.Length, lines.Count);
        Assert.Equal(lines, Faults(type, text.ToString()));
        Assert.Equal(lines, Faults(type, System.Text.Encoding.UTF8.GetBytes(text.ToString())));
    }

    public static IEnumerable<string> Faults(PolicyType type, string text) =>
        Describe(PolicyDocument.TryParse(text, type, out var document, out var faults), document, faults);

    public static IEnumerable<string> Faults(PolicyType type, byte[] text) =>
        Describe(PolicyDocument.TryParse(text, type, out var document, out var faults), document, faults);

    private static IEnumerable<string> Describe(bool success, PolicyDocument? document, ValueList<PolicyFault> faults)
    {
        Assert.Equal(success, document is not null);
        Assert.Equal(success, faults.Count == 0);
        return faults.Select(f => $"{f.Code} {f.Path} ({f.Line},{f.Column})");
    }
}
