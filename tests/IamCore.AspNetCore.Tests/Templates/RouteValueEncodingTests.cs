using IamCore.AspNetCore.Templates;

namespace IamCore.AspNetCore.Tests.Templates;

public sealed class RouteValueEncodingTests
{
    [Theory]
    [InlineData("handbook", "handbook")]
    [InlineData("a-b_c.d~e@f+g=h,i", "a-b_c.d~e@f+g=h,i")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a:b", "a%3Ab")]
    [InlineData("*", "%2A")]
    [InlineData("?", "%3F")]
    [InlineData("${aws:username}", "%24%7Baws%3Ausername%7D")]
    [InlineData("%2F", "%252F")]
    [InlineData(".", "%2E")]
    [InlineData("..", "%2E%2E")]
    [InlineData("...", "...")]
    [InlineData(" ", "%20")]
    [InlineData("\0", "%00")]
    [InlineData("é", "%C3%A9")]
    [InlineData("😀", "%F0%9F%98%80")]
    public void A_value_keeps_what_means_nothing_in_an_arn_and_encodes_the_rest(string value, string expected) =>
        Assert.Equal(expected, Written(value, isPath: false));

    [Theory]
    [InlineData("a/b", "a/b")]
    [InlineData("a/../b", "a/%2E%2E/b")]
    [InlineData("a:b/*", "a%3Ab/%2A")]
    public void A_path_keeps_its_slashes_and_nothing_else(string value, string expected) => Assert.Equal(expected, Written(value, isPath: true));

    [Theory]
    [InlineData("", false)]
    [InlineData("a//b", true)]
    [InlineData("/a", true)]
    [InlineData("a/", true)]
    public void What_is_empty_or_no_text_has_no_place(string value, bool isPath) => Assert.Null(Written(value, isPath));

    [Fact]
    public void Half_a_surrogate_pair_has_no_place()
    {
        Assert.Null(Written("\uD800", isPath: false));
        Assert.Null(Written("a\uDC00b", isPath: false));
    }

    [Fact]
    public void What_is_longer_than_an_arn_has_no_place()
    {
        Assert.Null(Written(new string('a', RouteValueEncoding.MaxArnLength + 1), isPath: false));
        Assert.Null(Written(new string('*', RouteValueEncoding.MaxArnLength / 3 + 1), isPath: false));
        Assert.NotNull(Written(new string('a', RouteValueEncoding.MaxArnLength), isPath: false));
    }

    private static string? Written(string value, bool isPath)
    {
        var buffer = new char[RouteValueEncoding.MaxArnLength];
        var length = 0;
        return RouteValueEncoding.TryWrite(value, isPath, buffer, ref length) ? new(buffer, 0, length) : null;
    }
}
