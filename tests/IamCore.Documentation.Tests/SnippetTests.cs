using System.Text.RegularExpressions;

namespace IamCore.Documentation.Tests;

/// <summary>Code on the pages is code that is compiled. docfx shows nothing, and says nothing, if a region is missing.</summary>
public sealed partial class SnippetTests
{
    public static TheoryData<string, string, string> Snippets()
    {
        var snippets = new TheoryData<string, string, string>();
        foreach (var page in Site.Pages)
        {
            foreach (Match reference in Reference().Matches(File.ReadAllText(page)))
            {
                snippets.Add(Path.GetRelativePath(Site.Folder, page), reference.Groups["file"].Value, reference.Groups["region"].Value);
            }
        }

        return snippets;
    }

    public static TheoryData<string> Pages() => [.. Site.Pages.Select(page => Path.GetRelativePath(Site.Folder, page))];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_is_there(string page, string file, string region)
    {
        var path = Path.GetFullPath(Path.Combine(Site.Folder, Path.GetDirectoryName(page)!, file));
        Assert.True(File.Exists(path), $"{page} shows {file}, which does not exist");
        if (LineRange().IsMatch(region))
        {
            Assert.True(File.ReadLines(path).Count() >= int.Parse(region.Split("-L")[1], System.Globalization.CultureInfo.InvariantCulture), $"{page} shows more lines than {file} has");
        }
        else if (region.Length > 0)
        {
            var lines = File.ReadAllLines(path).Select(line => line.Trim()).ToList();
            var start = lines.IndexOf($"#region {region}");
            Assert.True(start >= 0, $"{page} shows the region {region} of {file}, which is not there");
            Assert.False(lines.Skip(start + 1).TakeWhile(line => line != "#endregion").All(line => line.Length == 0), $"the region {region} of {file} is empty");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void CSharp_is_never_written_on_a_page_itself(string page) =>
        Assert.DoesNotContain("```c", Site.Read(page), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_page_is_in_the_contents_of_its_folder()
    {
        foreach (var page in Site.Pages.Where(page => Path.GetDirectoryName(page) != Site.Folder))
        {
            Assert.Contains($"href: {Path.GetFileName(page)}\n", Site.Read(Path.GetRelativePath(Site.Folder, Path.GetDirectoryName(page)!), "toc.yml"), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"\[!code(-\w+)?\[[^\]]*\]\((?<file>[^)#?]+)(#(?<region>[^)]*))?\)\]")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^L\d+-L\d+$")]
    private static partial Regex LineRange();
}
