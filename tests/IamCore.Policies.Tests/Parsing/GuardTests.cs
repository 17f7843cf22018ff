using System.Text;

namespace IamCore.Policies.Tests.Parsing;

/// <summary>What ends the reading: text that is not JSON (PL-001, PL-007), too long or too deep (PL-008).</summary>
public sealed class GuardTests
{
    private const int MaxCharacters = 1_048_576;

    [Theory] // PL-001
    [InlineData("¦")]
    [InlineData("  ¦")]
    [InlineData("{¦")]
    [InlineData("{\"Statement¦")]
    [InlineData("{\"Statement\"¦")]
    [InlineData("{\"Statement\":¦")]
    [InlineData("{\"Statement\":[]¦")]
    [InlineData("{\"Statement\":[],¦")]
    [InlineData("{\"Statement\":[],\n ¦")]
    [InlineData("{\"Statement\":[],¦}")]
    [InlineData("{\"Statement\":[5,¦]}")]
    [InlineData("{\"Statement\":[]} ¦x")]
    [InlineData("{\"Statement\":[]}¦{}")]
    [InlineData("{\"Statement\":[]}¦,")]
    [InlineData("5 ¦5")]
    [InlineData("¦// comment\n{\"Statement\":[]}")]
    [InlineData("{\"Statement\":[] ¦/* comment */}")]
    [InlineData("{¦'Statement':[]}")]
    [InlineData("{¦Statement:[]}")]
    [InlineData("{\"Statement\":¦NaN}")]
    [InlineData("{\"Statement\":¦Infinity}")]
    [InlineData("{\"Statement\":nul¦L}")]
    [InlineData("{\"Statement\":0¦1}")]
    [InlineData("{\"Statement\":1.¦}")]
    [InlineData("{\"Statement\" ¦[]}")]
    [InlineData("{\"Statement\":[] ¦\"x\":1}")]
    [InlineData("{\"Statement\":\"\\¦x\"}")]
    [InlineData("{\"Statement\":\"\\u12¦G4\"}")]
    [InlineData("{\"Statement\":\"a¦\tb\"}")]
    [InlineData("{\n\"x\":\"a¦\nb\"}")]
    [InlineData("¦}")]
    [InlineData("\"abc¦")]
    public void Text_that_is_not_JSON_is_refused_where_reading_stops(string text) => Marked.Check(PolicyType.Identity, text, "InvalidJson $");

    [Theory] // PL-001
    [InlineData("¦[]")]
    [InlineData("¦\"{}\"")]
    [InlineData(" ¦5")]
    [InlineData("¦true")]
    [InlineData("\n¦null")]
    public void JSON_that_is_no_object_is_of_the_wrong_type(string text) => Marked.Check(PolicyType.Identity, text, "InvalidType $");

    [Theory] // PL-007
    [InlineData("{\"x\":\"¦\\uD800\"}")]
    [InlineData("{\"x\":\"a¦\\uDBFF\\u0041\"}")]
    [InlineData("{\"x\":\"a¦\\uDBFF\\n\"}")]
    [InlineData("{\"x\":\"a¦\\uD800\\\\uDC00\"}")]
    [InlineData("{\"x\":\"\\\\¦\\uDC00\"}")]
    [InlineData("{\"x\":\"\\uD83D\\uDE00¦\\uDE00\"}")]
    [InlineData("{\"¦\\uD800\":1}")]
    [InlineData("{\"Id\":\"¦\\ud800\"}")]
    [InlineData("{\"x\":[{\"y\":\"¦\\uDFFF\"}]}")]
    [InlineData("{\"Statement\":[{\"Action\":\"¦\\uDFFF\"}]}")]
    [InlineData("{\"Statement\":[{\"Condition\":{\"¦\\uDFFF\":1}}]}")]
    [InlineData("{\"Statement\":[{\"Condition\":{\"Bool\":{\"¦\\uDFFF\":1}}}]}")]
    [InlineData("{\"Statement\":[{\"Condition\":{\"Bool\":{\"a:b\":\"¦\\uDFFF\"}}}]}")]
    [InlineData("{\"Statement\":[{\"Principal\":{\"¦\\uDFFF\":1}}]}")]
    [InlineData("{\"Statement\":[{\"Resource\":\"arn:${a}\"}],\"¦\\uDFFF\":1}")]
    [InlineData("{\"Statement\":[{\"Resource\":\"arn:${a}\"}],\"Version\":\"¦\\uDFFF\"}")]
    public void An_escaped_surrogate_without_its_other_half_is_not_JSON(string text) => Marked.Check(PolicyType.Resource, text, "InvalidJson $");

    [Theory] // PL-007
    [InlineData("{\"Id\":\"\\uD83D\\uDE00\\\\uD800\",\"Statement\":[]}", "😀\\uD800")]
    [InlineData("{\"Id\":\"\\u0024{\\\"\\/\\b\",\"Statement\":[]}", "${\"/\b")]
    [InlineData("{\"\\u0049d\":\"中\u0080\",\"Statement\":[]}", "中\u0080")]
    public void Every_Unicode_character_is_read(string text, string id) =>
        Assert.Equal(id, PolicyDocument.Parse(text, PolicyType.Resource).Id);

    [Fact] // PL-007
    public void An_unpaired_surrogate_in_a_string_is_not_JSON()
    {
        Assert.Equal(["InvalidJson $ (1,9)"], Marked.Faults(PolicyType.Resource, "{\"Id\":\"é\uD800\",\"Statement\":[]}"));
        Assert.Equal(["InvalidJson $ (1,17)"], Marked.Faults(PolicyType.Resource, "{\"Statement\":[]}\uDC00"));
        Assert.Equal(["InvalidJson $ (1,2)"], Marked.Faults(PolicyType.Resource, "{x\uDC00"));
    }

    [Theory] // PL-001
    [InlineData(new byte[] { 0xFF }, 1)]
    [InlineData(new byte[] { (byte)'{', 0xC3, (byte)'}' }, 2)]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xC3, 0xA9, 0xC0, 0x80, (byte)'"' }, 4)]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xED, 0xA0, 0x80, (byte)'"' }, 3)]
    [InlineData(new byte[] { (byte)'{', (byte)'}', 0xF5 }, 3)]
    [InlineData(new byte[] { (byte)'x', 0xF5 }, 1)]
    public void Bytes_that_are_not_UTF_8_are_not_JSON(byte[] text, int column) =>
        Assert.Equal([$"InvalidJson $ (1,{column})"], Marked.Faults(PolicyType.Identity, text));

    [Fact] // PL-009
    public void Text_that_is_not_JSON_hides_all_other_faults() =>
        Marked.Check(PolicyType.Identity, "{\"x\":1,\"Statement\":[{\"Effect\":5}],¦]}", "InvalidJson $");

    [Theory] // PL-008
    [InlineData("{\"x\":", "}", 32, true)]
    [InlineData("{\"Statement\":", "}", 32, true)]
    [InlineData("{\"Statement\":[{\"Action\":", "}]}", 34, true)]
    [InlineData("", "", 32, true)]
    [InlineData("{\"x\":", "}", 31, false)]
    [InlineData("", "", 31, false)]
    public void Nesting_beyond_level_32_ends_the_reading(string start, string end, int arrays, bool isTooDeep)
    {
        // The document is level 1, and so is the outermost array where there is no object round it.
        var before = start.Count(c => c is '{' or '[');
        var deepest = 32 - before;
        var text = start + new string('[', deepest) + "¦" + new string('[', arrays - deepest + (before == 0 ? 1 : 0)) + new string(']', arrays + (before == 0 ? 1 : 0)) + end;
        if (isTooDeep)
        {
            Marked.Check(PolicyType.Identity, text, "NestingTooDeep $");
        }
        else
        {
            Assert.DoesNotContain("NestingTooDeep", string.Concat(Marked.Faults(PolicyType.Identity, text.Replace("¦", "", StringComparison.Ordinal))), StringComparison.Ordinal);
        }
    }

    [Fact] // PL-008
    public void Objects_and_arrays_both_count_as_levels()
    {
        var text = string.Concat(Enumerable.Repeat("{\"a\":[", 16));
        Marked.Check(PolicyType.Identity, text + "¦[", "NestingTooDeep $");
        Marked.Check(PolicyType.Identity, text + "¦", "InvalidJson $");
    }

    [Theory] // PL-008: characters are counted, not bytes or UTF-16 code units
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("😀")]
    public void A_document_of_the_largest_size_is_read_and_a_longer_one_is_not(string character)
    {
        const string Start = "{\"Statement\":[],\"Id\":\"";
        var largest = Start + string.Concat(Enumerable.Repeat(character, MaxCharacters - Start.Length - 2)) + "\"}";
        Assert.Empty(Marked.Faults(PolicyType.Resource, largest));
        Assert.Empty(Marked.Faults(PolicyType.Resource, Encoding.UTF8.GetBytes(largest)));
        Assert.Empty(Marked.Faults(PolicyType.Resource, "\uFEFF" + largest));

        Assert.Equal(["DocumentTooLarge $ (1,1)"], Marked.Faults(PolicyType.Resource, "\n" + largest));
        Assert.Equal(["DocumentTooLarge $ (1,1)"], Marked.Faults(PolicyType.Resource, Encoding.UTF8.GetBytes("\n" + largest)));
        Assert.False(PolicyDocument.TryParse(largest + "  ", PolicyType.Resource, out _, out var faults));
        Assert.Equal("The document has 1048578 characters; at most 1048576 are read", Assert.Single(faults).Message);
    }

    [Fact] // VA-013: the path of a list is kept once for all its items
    public void Many_faults_under_a_long_name_cost_what_the_document_costs()
    {
        var text = "{\"Statement\":{\"Condition\":{\"StringEquals\":{\"a:" + new string('b', 400_000) + "\":[" + string.Join(',', Enumerable.Repeat("null", 100_000)) + "]}}}}";
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(PolicyDocument.TryParse(text, PolicyType.Identity, out _, out var faults));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
        Assert.Equal(100_003, faults.Count);
        Assert.EndsWith("bbb\"][99999]", faults[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public void The_exception_shows_the_first_faults_and_has_all()
    {
        var e = Assert.Throws<PolicyFormatException>(() => PolicyDocument.Parse("{\"Statement\":[" + string.Join(',', Enumerable.Repeat("5", 25)) + "]}", PolicyType.Identity));
        Assert.Equal(25, e.Faults.Count);
        Assert.StartsWith("InvalidType $.Statement[0] (1,15): A statement must be an object, not a number" + Environment.NewLine, e.Message, StringComparison.Ordinal);
        Assert.EndsWith("… and 5 more", e.Message, StringComparison.Ordinal);
    }
}
