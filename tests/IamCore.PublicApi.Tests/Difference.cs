using System.Text;

namespace IamCore.PublicApi.Tests;

/// <summary>The lines that differ between two texts, with the type they stand in.</summary>
internal static class Difference
{
    public static string Of(string approved, string actual)
    {
        var (before, after) = (Keyed(approved), Keyed(actual));
        var text = new StringBuilder();
        foreach (var line in before.Except(after))
        {
            text.Append("- ").Append(line).Append('\n');
        }

        foreach (var line in after.Except(before))
        {
            text.Append("+ ").Append(line).Append('\n');
        }

        return text.Length == 0 ? "(only the order differs)" : text.ToString();
    }

    private static List<string> Keyed(string listing)
    {
        var lines = new List<string>();
        var type = "";
        foreach (var line in listing.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            type = line.StartsWith("        ", StringComparison.Ordinal) ? type : line.Trim();
            lines.Add(line.StartsWith("        ", StringComparison.Ordinal) ? $"{type}: {line.Trim()}" : line.Trim());
        }

        return lines;
    }
}
