using System.Text;

namespace IamCore.PublicApi.Tests.Rooms;

/// <summary>The map of the rooms in <c>src/README.md</c>, drawn from the same list that the arrows are held by.</summary>
internal static class RoomMap
{
    private const string Begin = "<!-- rooms -->\n";
    private const string End = "<!-- /rooms -->";

    private static string File { get; } = Path.Combine(ProjectFiles.Root, "src", "README.md");

    /// <summary>Compares the map with the list; with <c>IAMCORE_ACCEPT=1</c> it is drawn anew.</summary>
    public static void Check()
    {
        var text = System.IO.File.ReadAllText(File);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end >= begin, $"src/README.md has no {Begin.Trim()} … {End}");
        if (Environment.GetEnvironmentVariable("IAMCORE_ACCEPT") == "1")
        {
            System.IO.File.WriteAllText(File, text[..begin] + Draw() + text[end..]);
            return;
        }

        Assert.Equal(Draw(), text[begin..end]);
    }

    private static string Draw()
    {
        var map = new StringBuilder();
        foreach (var house in Houses.All.Where(house => house.Rooms.Length > 1))
        {
            map.Append('\n').Append("**").Append(house.Package).Append("**\n\n| room | for | of it in the package's own namespace |\n| --- | --- | --- |\n");
            foreach (var room in house.Rooms.Reverse())
            {
                map.Append("| ").Append(room.Name.Length == 0 ? "" : $"`{room.Name}`").Append(" | ").Append(room.Purpose).Append(" | ")
                    .AppendJoin(", ", room.AtTheDoor.Select(type => $"`{type}`")).Append(" |\n");
            }
        }

        return map.Append('\n').ToString();
    }
}
