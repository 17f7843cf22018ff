using System.Globalization;
using System.Text;

namespace IamCore.Policies.Parsing;

/// <summary>Writes JSON paths (VA-013).</summary>
internal static class JsonPath
{
    /// <summary>The document.</summary>
    public const string Root = "$";

    /// <summary>The path of a member: <c>.name</c>, or <c>["na me"]</c> where the name is not a plain word.</summary>
    public static string Member(string parent, string name)
    {
        if (IsWord(name))
        {
            return $"{parent}.{name}";
        }

        var path = new StringBuilder(parent.Length + name.Length + 4).Append(parent).Append("[\"");
        foreach (var c in name)
        {
            AppendEscaped(path, c);
        }

        return path.Append("\"]").ToString();
    }

    /// <summary>The path of an item of a list.</summary>
    public static string Item(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");

    private static bool IsWord(string name)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return true;
    }

    private static void AppendEscaped(StringBuilder path, char c)
    {
        switch (c)
        {
            case '"' or '\\':
                path.Append('\\').Append(c);
                break;
            case '\n':
                path.Append("\\n");
                break;
            case '\r':
                path.Append("\\r");
                break;
            case '\t':
                path.Append("\\t");
                break;
            case < ' ':
                path.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
                break;
            default:
                path.Append(c);
                break;
        }
    }
}
