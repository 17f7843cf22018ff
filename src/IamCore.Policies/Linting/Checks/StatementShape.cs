using System.Text;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Parsing;

namespace IamCore.Policies.Linting.Checks;

/// <summary>
/// What a statement says, however it is written (VA-642): without its Sid, lists as sets, a value as a list of one, and actions, operators
/// and condition keys in lower case.
/// </summary>
internal static class StatementShape
{
    /// <summary>What is cheap to tell of a statement and equal for statements that say the same; for most others it differs already.</summary>
    public static StatementOutline Outline(StatementView statement)
    {
        ulong keys = 0;
        foreach (var condition in statement.Conditions)
        {
            keys |= BitsOf(condition.Key);
        }

        return new(
            statement.IsAllow, BitsOf(statement.Action), BitsOf(statement.NotAction), BitsOf(statement.Resource), BitsOf(statement.NotResource), keys);
    }

    /// <summary>A number that is equal for statements that say the same, whatever their order.</summary>
    public static UInt128 Hash(SourceTree tree, StatementView statement)
    {
        UInt128 sum = 0;
        Walk(tree, statement, line => sum = unchecked(sum + HashOf(line)));
        return sum;
    }

    /// <summary>A text that is equal for statements that say the same, and only for those.</summary>
    public static string Canonical(SourceTree tree, StatementView statement)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        Walk(tree, statement, line => lines.Add(line));
        return string.Join('\n', lines);
    }

    /// <summary>One line for each thing the statement says; lines of one member never repeat.</summary>
    private static void Walk(SourceTree tree, StatementView statement, Action<string> say)
    {
        foreach (var member in tree.ChildrenOf(statement.Node))
        {
            var name = tree.NameOf(member);
            if (name == "Sid")
            {
                continue;
            }

            var seen = new HashSet<string>(StringComparer.Ordinal);
            Walk(tree, member, name, name is "Action" or "NotAction", line =>
            {
                if (seen.Add(line))
                {
                    say(line);
                }
            });
        }
    }

    private static void Walk(SourceTree tree, int node, string path, bool ignoreCase, Action<string> say)
    {
        switch (tree[node].Kind)
        {
            case SourceKind.Object:
                say(path + "{}");
                foreach (var child in tree.ChildrenOf(node))
                {
                    var name = tree.NameOf(child);
                    Walk(tree, child, $"{path}.{Quote(path.StartsWith("Condition", StringComparison.Ordinal) ? name.ToLowerInvariant() : name)}", ignoreCase, say);
                }

                break;
            case SourceKind.Array:
                say(path + "[]");
                foreach (var child in tree.ChildrenOf(node))
                {
                    Walk(tree, child, path, ignoreCase, say);
                }

                break;
            default:
                say(path + "[]");
                var text = tree.TextOf(node);
                say($"{path}={Quote(ignoreCase ? text.ToLowerInvariant() : text)}");
                break;
        }
    }

    /// <summary>Keeps line breaks and separators inside texts from being taken for others.</summary>
    private static string Quote(string text) =>
        text.AsSpan().ContainsAny("\n\\.=")
            ? new StringBuilder(text).Replace("\\", "\\\\").Replace("\n", "\\n").Replace(".", "\\.").Replace("=", "\\=").ToString()
            : text;

    /// <summary>One bit or two a text, by its length and its end: the same whatever the order, the repetitions and the letter case.</summary>
    private static ulong BitsOf(ElementView? element)
    {
        ulong bits = 0;
        foreach (var value in element?.Values ?? [])
        {
            bits |= BitsOf(value.Text);
        }

        return bits;
    }

    private static ulong BitsOf(string text) => text.Length == 0 ? 1 : (1UL << (text.Length & 63)) | (1UL << (char.ToLowerInvariant(text[^1]) & 63));

    private static UInt128 HashOf(string line)
    {
        // Two runs of FNV-1a with different starts; equality is checked on the text where the numbers are equal.
        ulong a = 14695981039346656037, b = 0x9E3779B97F4A7C15;
        foreach (var c in line)
        {
            a = unchecked((a ^ c) * 1099511628211);
            b = unchecked((b ^ c) * 1099511628211);
        }

        return new UInt128(a, b);
    }
}
