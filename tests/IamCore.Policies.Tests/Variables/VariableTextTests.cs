using IamCore.Policies.Variables;

namespace IamCore.Policies.Tests.Variables;

public sealed class VariableTextTests
{
    [Theory] // PL-171
    [InlineData("${", PolicyFaultCode.MissingBraceInVariable)]
    [InlineData("a${b", PolicyFaultCode.MissingBraceInVariable)]
    [InlineData("${a}${b", PolicyFaultCode.MissingBraceInVariable)]
    [InlineData("}${a", PolicyFaultCode.MissingBraceInVariable)]
    [InlineData("${}", PolicyFaultCode.EmptyVariable)]
    [InlineData("${  }", PolicyFaultCode.EmptyVariable)]
    [InlineData("x${a:b}${}${", PolicyFaultCode.EmptyVariable)]
    [InlineData("${a b}", PolicyFaultCode.UnsupportedSpaceInVariable)]
    [InlineData("${ a}", PolicyFaultCode.UnsupportedSpaceInVariable)]
    [InlineData("${a }", PolicyFaultCode.UnsupportedSpaceInVariable)]
    [InlineData("${a , 'x'}", PolicyFaultCode.UnsupportedSpaceInVariable)]
    [InlineData("${* }", PolicyFaultCode.UnsupportedSpaceInVariable)]
    [InlineData("${a, x}", PolicyFaultCode.MissingQuoteInVariable)]
    [InlineData("${a,}", PolicyFaultCode.MissingQuoteInVariable)]
    [InlineData("${a, '}", PolicyFaultCode.MissingQuoteInVariable)]
    [InlineData("${a, 'x}", PolicyFaultCode.MissingQuoteInVariable)]
    [InlineData("${a, x'}", PolicyFaultCode.MissingQuoteInVariable)]
    [InlineData("${a, 'x' }", PolicyFaultCode.MissingQuoteInVariable)]
    [InlineData("${a${b}}", PolicyFaultCode.InvalidVariable)]
    [InlineData("${a{b}", PolicyFaultCode.InvalidVariable)]
    [InlineData("${a'b'}", PolicyFaultCode.InvalidVariable)]
    [InlineData("${a$}", PolicyFaultCode.InvalidVariable)]
    [InlineData("${$$}", PolicyFaultCode.InvalidVariable)]
    [InlineData("${,'x'}", PolicyFaultCode.InvalidVariable)]
    [InlineData("${a, 'x'y'}", PolicyFaultCode.InvalidVariable)]
    public void A_malformed_variable_has_the_code_of_its_fault(string text, PolicyFaultCode expected)
    {
        Assert.True(VariableText.TryFindFault(text, out var code));
        Assert.Equal(expected, code);
    }

    [Theory] // PL-170
    [InlineData("", "")]
    [InlineData("$", "'$'")]
    [InlineData("a$b{c}", "'a$b{c}'")]
    [InlineData("a}b", "'a}b'")]
    [InlineData("${aws:username}", "<aws:username>")]
    [InlineData("x/${a:b}/*", "'x/' <a:b> '/*'")]
    [InlineData("${a}${b}", "<a> <b>")]
    [InlineData("$${a}", "'$' <a>")]
    [InlineData("${*}${?}${$}", "\\* \\? \\$")]
    [InlineData("${$}{a}", "\\$ '{a}'")]
    [InlineData("${a,'x y'}", "<a|x y>")]
    [InlineData("${a,   'x'}!", "<a|x> '!'")]
    [InlineData("${a, ''}", "<a|>")]
    [InlineData("${a, '${b'}", "<a|${b>")]
    [InlineData("${a, ',,$'}", "<a|,,$>")]
    [InlineData("${a*?/b}", "<a*?/b>")]
    public void A_text_falls_into_its_parts(string text, string expected)
    {
        Assert.False(VariableText.TryFindFault(text, out _));
        var parts = new List<string>();
        foreach (var part in VariableText.Parts(text))
        {
            parts.Add(part.Kind switch
            {
                VariablePartKind.Literal => $"'{part.Text}'",
                VariablePartKind.Escape => $"\\{part.Text}",
                _ => part.HasDefault ? $"<{part.Text}|{part.Default}>" : $"<{part.Text}>",
            });
        }

        Assert.Equal(expected, string.Join(' ', parts));
    }
}
