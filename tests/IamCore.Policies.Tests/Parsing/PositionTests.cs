using System.Text;
using IamCore.Policies.Parsing;

namespace IamCore.Policies.Tests.Parsing;

/// <summary>PL-019: lines and columns of faults and of statements.</summary>
public sealed class PositionTests
{
    [Theory]
    [InlineData("{\n¦\"x\":1,\"Statement\":[]}")]
    [InlineData("{\r\n\r\n  ¦\"x\":1,\"Statement\":[]}")]
    [InlineData("{\r\r ¦\"x\":1,\"Statement\":[]}")]
    [InlineData("{\n\r ¦\"x\":1,\"Statement\":[]}")]
    [InlineData("{\r\n\r\r\n\t¦\"x\":1,\"Statement\":[]}")]
    [InlineData("{\"Statement\":[],\u0020\t¦\"x\":1}")]
    public void A_line_ends_at_each_kind_of_line_break(string document) => Marked.Check(PolicyType.Identity, document, "UnknownElement $.x");

    [Theory]
    [InlineData("{\"Id\":\"é\u2028ab\",¦\"x\":1,\"Statement\":[]}")] // two bytes and three: one unit each
    [InlineData("{\"Id\":\"😀😀\",¦\"x\":1,\"Statement\":[]}")] // four bytes: two units
    [InlineData("{\"Id\":\"\\uD83D\\uDE00\",¦\"x\":1,\"Statement\":[]}")]
    public void Columns_count_UTF_16_code_units(string document) => Marked.Check(PolicyType.Resource, document, "UnknownElement $.x");

    [Fact]
    public void A_byte_order_mark_is_no_column()
    {
        const string Document = "\uFEFF[]";
        Assert.Equal(["InvalidType $ (1,1)"], Marked.Faults(PolicyType.Identity, Document));
        Assert.Equal(["InvalidType $ (1,1)"], Marked.Faults(PolicyType.Identity, Encoding.UTF8.GetBytes(Document)));
        Assert.Equal(["InvalidJson $ (1,1)"], Marked.Faults(PolicyType.Identity, "\uFEFF" + Document));
    }

    [Theory] // VA-013
    [InlineData("x y", "$[\"x y\"]")]
    [InlineData("", "$[\"\"]")]
    [InlineData("_1", "$._1")]
    [InlineData("1a", "$[\"1a\"]")]
    [InlineData("é", "$[\"é\"]")]
    [InlineData("\\\"\\\\\\/\\n\\u0001", "$[\"\\\"\\\\/\\n\\u0001\"]")]
    public void A_name_that_is_no_plain_word_stands_in_brackets(string name, string path) =>
        Assert.Equal([$"UnknownElement {path} (1,2)"], Marked.Faults(PolicyType.Identity, $$"""{"{{name}}":1,"Statement":[]}"""));

    [Fact]
    public void A_statement_is_found_in_the_text()
    {
        var document = PolicyDocument.Parse(
            "{\"Statement\":\r\n[ {\"Effect\":\"Deny\",\"Action\":[],\"Resource\":\"*\"},\r  {\"Effect\":\"Deny\",\"Action\":[],\"Resource\":[]} ]}", PolicyType.Identity);

        Assert.Equal(new SourcePlace("$.Statement[0]", 2, 3), document.Source.FindStatement(0));
        Assert.Equal(new SourcePlace("$.Statement[1]", 3, 3), document.Source.FindStatement(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.Source.FindStatement(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.Source.FindStatement(-1));
    }

    [Fact] // VA-013
    public void A_statement_that_is_not_in_a_list_has_no_index() =>
        Assert.Equal(
            new SourcePlace("$.Statement", 1, 14),
            PolicyDocument.Parse("{\"Statement\":{\"Effect\":\"Deny\",\"Action\":[],\"Resource\":\"*\"}}", PolicyType.Identity).Source.FindStatement(0));

    [Fact]
    public void Faults_of_a_document_in_a_file_stand_where_they_are_in_the_file()
    {
        var document = "{\"x\":1,\n \"Statement\":[5]}"u8;
        var origin = new SourceOrigin("$.policies.identity[0].document", Line: 7, Column: 20);
        Assert.False(PolicyReader.TryRead(document, PolicyType.Identity, origin, out _, out var faults));

        Assert.Equal(
            [("$.policies.identity[0].document.x", 7, 21), ("$.policies.identity[0].document.Statement[0]", 8, 15)],
            faults.Select(f => (f.Path, f.Line, f.Column)));
    }

    [Fact]
    public void Errors_that_end_the_reading_of_a_document_in_a_file_stand_in_the_file_too()
    {
        var origin = new SourceOrigin("$.policies.session[0]", Line: 7, Column: 20);
        foreach (var (text, expected) in new[]
        {
            ("{\"Id\":\"\\uD800\"}", "InvalidJson $.policies.session[0] (7,27)"),
            ("{\"x\":\n" + new string('[', 32) + new string(']', 32) + "}", "NestingTooDeep $.policies.session[0] (8,32)"),
            ($"{{\"{new string('x', 1_048_576)}\":1}}", "DocumentTooLarge $.policies.session[0] (7,20)"),
        })
        {
            Assert.False(PolicyReader.TryRead(Encoding.UTF8.GetBytes(text), PolicyType.Session, origin, out _, out var faults));
            var fault = Assert.Single(faults);
            Assert.Equal(expected, $"{fault.Code} {fault.Path} ({fault.Line},{fault.Column})");
        }
    }

    [Fact]
    public void A_statement_of_a_document_in_a_file_is_found_in_the_file()
    {
        var text = "{\"Statement\":[\n{\"Effect\":\"Deny\",\"Action\":[],\"Resource\":\"*\"}]}"u8;
        var origin = new SourceOrigin("$.policies.identity[0]", Line: 7, Column: 20);
        Assert.True(PolicyReader.TryRead(text, PolicyType.Identity, origin, out var document, out _));
        Assert.Equal(new SourcePlace("$.policies.identity[0].Statement[0]", 8, 1), document.Source.FindStatement(0));
    }
}
