using System.IO.Enumeration;
using System.Text.Json;

namespace IamCore.Cli.Validation;

/// <summary>Finds the files that paths, folders and globs name.</summary>
internal static class PolicyPaths
{
    /// <summary>The files in a stable order. Of folders and globs only JSON files that look like policies.</summary>
    /// <exception cref="IOException">A path names nothing.</exception>
    public static IEnumerable<string> Expand(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                foreach (var file in Below(path).Where(f => f.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && IsPolicy(f)))
                {
                    yield return file;
                }
            }
            else if (path.AsSpan().ContainsAny('*', '?') && !File.Exists(path))
            {
                var count = 0;
                foreach (var file in Matches(path).Where(IsPolicy))
                {
                    count++;
                    yield return file;
                }

                if (count == 0)
                {
                    throw new FileNotFoundException($"No policy matches {path}", path);
                }
            }
            else
            {
                yield return path;
            }
        }
    }

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Normal).Order(StringComparer.Ordinal);

    /// <summary>Files that a glob matches: <c>*</c> and <c>?</c> within a name, <c>**</c> for any folders.</summary>
    private static IEnumerable<string> Matches(string glob)
    {
        var segments = Normal(glob).Split('/');
        var first = Array.FindIndex(segments, s => s.AsSpan().ContainsAny('*', '?'));
        var root = first == 0 ? "." : string.Join('/', segments[..first]);
        root = root.Length == 0 ? "/" : root;
        if (!Directory.Exists(root))
        {
            return [];
        }

        var prefix = root == "." ? 2 : root.TrimEnd('/').Length + 1;
        return Below(root).Where(f => IsMatch(segments.AsSpan(first), f[prefix..].Split('/')))
            .Select(f => root == "." ? f[prefix..] : f);
    }

    private static bool IsMatch(ReadOnlySpan<string> glob, ReadOnlySpan<string> path)
    {
        if (glob.IsEmpty)
        {
            return path.IsEmpty;
        }

        if (glob[0] == "**")
        {
            return IsMatch(glob[1..], path) || (!path.IsEmpty && IsMatch(glob, path[1..]));
        }

        return !path.IsEmpty && FileSystemName.MatchesSimpleExpression(glob[0], path[0], ignoreCase: false) && IsMatch(glob[1..], path[1..]);
    }

    private static string Normal(string path) => path.Replace('\\', '/');

    /// <summary>Whether a file is a directory, or has a Statement at its top, or would if it were JSON.</summary>
    private static bool IsPolicy(string file)
    {
        var utf8 = File.ReadAllBytes(file).AsSpan();
        utf8 = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (DirectoryPolicies.IsDirectory(utf8))
        {
            return true;
        }

        var reader = new Utf8JsonReader(utf8);
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("Statement"u8))
                {
                    return true;
                }
            }

            return false;
        }
        catch (JsonException)
        {
            return utf8.IndexOf("\"Statement\""u8) >= 0 && utf8.IndexOf("\"request\""u8) < 0;
        }
    }
}
