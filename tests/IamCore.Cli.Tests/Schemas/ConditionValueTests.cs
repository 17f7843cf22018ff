using System.Text.Json;
using IamCore.Policies;

namespace IamCore.Cli.Tests.Schemas;

/// <summary>The values that the schema of policies takes under the operators of each family, near misses beside them.</summary>
public sealed class ConditionValueTests
{
    private static readonly SchemaReader Policy = SchemaReader.Of("policy");

    [Theory]
    [InlineData("NumericEquals", "10", "-0.5", ".5", "5.", "+1e3", "1E-400")] // PL-140
    [InlineData("forANYvalue:numericlessthanIFEXISTS", "007")] // PL-130
    [InlineData("DateEquals", "2026", "2026-01", "2026-01-31", "2026-01-31T09:30Z", "2026-01-31t09:30:00.123456789+14:00", "2024-02-29", "-1.5", "1767225600")] // PL-145
    [InlineData("Bool", "TRUE", "false", "${aws:x}")] // PL-150
    [InlineData("BinaryEquals", "", "QQ==", "QUI=", "QUJD", "+/+/")] // PL-151
    [InlineData("IpAddress", "203.0.113.7/24", "0.0.0.0/0", "255.249.199.99/32", "::", "::1", "1::", "2001:DB8::/32", "1:2:3:4:5:6:7:8/128", "1:2:3:4:5:6:7::")] // PL-155
    [InlineData("NotIpAddress", "::ffff:203.0.113.7/120", "1:2:3:4:5:6:203.0.113.7", "1:2:3:4:5::203.0.113.7")]
    [InlineData("ArnLike", "*", "arn:aws:*:::b", "arn:aws:s3:*", "arn:*", "${aws:x}", "arn:aws:s3:::${a:b, 'c'}")] // PL-162
    [InlineData("StringLike", "", "${*}${?}${$}", "$", "$}", "{a", "${a:b}", "${a:b,'c d'}", "${a:b,   '${'}")] // PL-170
    [InlineData("Null", "True")] // PL-117
    public void Well_formed_values_are_accepted(string op, params string[] values) => Assert.All(values, v => Assert.True(Accepts(op, Quoted(v)), v));

    [Theory]
    [InlineData("NumericEquals", "ten", "", ".", "1e", "1e401", "0x1", "1,5", " 1", "1.2.3", "${a:b}")]
    [InlineData("NumericNotEqualsIfExists", "Infinity")]
    [InlineData("DateEquals", "01/02/2026", "0000", "2026-13", "2026-04-31", "2026-01-32", "2026-02-30", "2026-01-31T24:00Z", "2026-01-31T09:30:60Z", "2026-01-31T09Z", "2026-01-31T09:30+14:01", "2026-01T09:30Z", "${a:b}")]
    [InlineData("Bool", "yes", "1", "${a:b")]
    [InlineData("BinaryEquals", "%%", "QQ", "QQ=", "Q===", "QQ==QQ==", "Q Q=", "${a:b}")]
    [InlineData("IpAddress", "203.0.113.0/33", "203.0.113.0/08", "256.0.0.1", "01.2.3.4", "1.2.3", "*", "", "${a:b}")]
    [InlineData("NotIpAddress", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4::5:6:7:8", "12345::", "1:", "::1/129", "1:2:3:4:5:6::203.0.113.7", "fe80::1%eth0")]
    [InlineData("ArnLike", "bucket", "arn:aws:s3:bucket", "Arn:aws:s3:::b", "${a:b")]
    [InlineData("StringLike", "${", "${}", "${ }", "${a:b", "${a b}", "${a:b , 'c'}", "${a:b, c}", "${a:b, 'c'd'}", "${a${b}}")]
    [InlineData("Null", "", "yes", "${a:b}")]
    public void Malformed_values_are_refused(string op, params string[] values) => Assert.All(values, v => Assert.False(Accepts(op, Quoted(v)), v));

    /// <summary>A number or boolean stands for its text (PL-103).</summary>
    [Theory]
    [InlineData("NumericEquals", "1.5e3", true)]
    [InlineData("NumericEquals", "true", false)]
    [InlineData("DateEquals", "1767225600", true)]
    [InlineData("DateEquals", "false", false)]
    [InlineData("Bool", "true", true)]
    [InlineData("Bool", "1", false)]
    [InlineData("BinaryEquals", "true", true)]
    [InlineData("BinaryEquals", "1234", true)]
    [InlineData("BinaryEquals", "false", false)]
    [InlineData("IpAddress", "1", false)]
    [InlineData("ArnEquals", "1", false)]
    [InlineData("StringEquals", "1", true)]
    [InlineData("Null", "false", true)]
    [InlineData("Null", "0", false)]
    public void A_number_or_boolean_is_taken_where_its_text_is(string op, string value, bool expected) => Assert.Equal(expected, Accepts(op, value));

    [Theory]
    [InlineData("StringEquals", "${}", true)]
    [InlineData("ArnLike", "arn:aws:s3:::${", true)]
    [InlineData("ArnLike", "${a:b}", false)]
    [InlineData("Bool", "${a:b}", false)]
    public void Before_2012_a_variable_is_text(string op, string value, bool expected) // PL-021
    {
        Assert.Equal(expected, Accepts(op, Quoted(value), "2008-10-17"));
        Assert.Equal(expected, Accepts(op, Quoted(value), version: null));
    }

    private static bool Accepts(string op, string value, string? version = "2012-10-17")
    {
        var written = version is null ? "" : $"\"Version\": \"{version}\",";
        using var document = JsonDocument.Parse(
            $$$"""{ {{{written}}} "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "{{{op}}}": { "a:b": [ {{{value}}} ] } } } }""");
        Assert.Equal(Parses(document.RootElement), Policy.Accepts(document.RootElement));
        return Policy.Accepts(document.RootElement);
    }

    /// <summary>What the schema says is what the parser says.</summary>
    private static bool Parses(JsonElement document) =>
        PolicyDocument.TryParse(document.GetRawText(), PolicyType.Identity, out _, out _);

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
