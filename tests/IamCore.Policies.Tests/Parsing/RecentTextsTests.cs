using IamCore.Policies.Values;

namespace IamCore.Policies.Tests.Parsing;

/// <summary>A table of what was lately made of texts never gives what was made of another text.</summary>
public sealed class RecentTextsTests
{
    [Fact]
    public void What_was_kept_is_found_by_an_equal_text()
    {
        var table = new RecentTexts<int>(4);
        table.Keep("s3:GetObject", 7);

        Assert.True(table.TryFind(string.Concat("s3:Get", "Object"), out var found));
        Assert.Equal(7, found);
    }

    [Fact]
    public void A_text_in_the_place_of_another_is_never_taken_for_it()
    {
        var table = new RecentTexts<string>(2); // so that nearly all share places
        string[] texts = ["", "a", "b", "ab", "abc", "abcd", "abcdefgh", .. Enumerable.Range(0, 1_000).Select(i => $"service:Action{i}")];
        foreach (var text in texts)
        {
            Assert.False(table.TryFind(text, out _));
            table.Keep(text, text);
            Assert.True(table.TryFind(text, out var found));
            Assert.Equal(text, found);
        }
    }

    [Fact]
    public void Long_texts_are_not_kept()
    {
        var table = new RecentTexts<int>(4);
        table.Keep(new string('a', 64), 1);
        table.Keep(new string('b', 65), 2);

        Assert.True(table.TryFind(new string('a', 64), out _));
        Assert.False(table.TryFind(new string('b', 65), out _));
    }

    /// <summary>PL-067: the case of letters counts for nothing in comparisons, and is kept as written.</summary>
    [Fact]
    public void Actions_read_again_keep_their_own_spelling()
    {
        string[] spellings = ["s3:GetObject", "S3:GETOBJECT", "s3:getobject", "s3:GetObject", "S3:GETOBJECT"];
        foreach (var spelling in spellings)
        {
            var action = ActionName.Parse(spelling);

            Assert.Equal(spelling, action.ToString());
            Assert.Equal(ActionName.Parse("s3:GetObject"), action);
        }
    }

    [Fact]
    public void What_is_no_action_is_refused_again_and_again()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.False(ActionName.TryParse("s3:Get*", out var none));
            Assert.True(none.IsNone);
            Assert.False(ActionName.TryParse(null, out _));
            Assert.False(ActionName.TryParse("", out _));
        }
    }
}
