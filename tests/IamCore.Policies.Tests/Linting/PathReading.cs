using System.Text.Json;

namespace IamCore.Policies.Tests.Linting;

/// <summary>Follows JSON paths of the form of VA-013, apart from the code that writes them.</summary>
internal static class PathReading
{
    /// <summary>Whether the token is the value at the path, or the name of that member.</summary>
    public static bool Resolve(JsonElement root, string path, string token)
    {
        var at = root;
        string? name = null;
        for (var rest = path[1..]; rest.Length > 0;)
        {
            if (rest[0] == '.')
            {
                var end = rest.AsSpan(1).IndexOfAny('.', '[');
                name = end < 0 ? rest[1..] : rest[1..(end + 1)];
                rest = end < 0 ? "" : rest[(end + 1)..];
                at = Member(at, name);
            }
            else if (rest[1] == '"')
            {
                var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(rest[1..]), isFinalBlock: false, default);
                Assert.True(reader.Read());
                name = reader.GetString()!;
                rest = rest[(rest.IndexOf("\"]", 1 + name.Length, StringComparison.Ordinal) + 2)..];
                at = Member(at, name);
            }
            else
            {
                var end = rest.IndexOf(']', StringComparison.Ordinal);
                at = at[int.Parse(rest[1..end], System.Globalization.CultureInfo.InvariantCulture)];
                name = null;
                rest = rest[(end + 1)..];
            }
        }

        return at.GetRawText() == token || (name is not null && token.StartsWith('"') && JsonSerializer.Deserialize<string>(token) == name);
    }

    private static JsonElement Member(JsonElement element, string name) => element.GetProperty(name);
}
