using IamCore.AspNetCore.Templates;
using Microsoft.AspNetCore.Routing;

namespace IamCore.AspNetCore.Tests.Templates;

public sealed class ResourceTemplateTests
{
    [Theory]
    [InlineData("*")]
    [InlineData("arn:app:docs::123456789012:document/42")]
    [InlineData("arn:app:docs::123456789012:tenant/{tenant}/document/{id}")]
    [InlineData("arn:app:docs:{region}:{account}:document/{id}")]
    [InlineData("arn:app:files:::{bucket}/{*path}")]
    [InlineData("arn:app:docs:::{a}/{b}-x:{c}")]
    public void A_template_is_an_ARN_whose_account_region_and_resource_may_have_placeholders(string text)
    {
        Assert.True(ResourceTemplate.TryParse(text, out var template, out var problem), problem);
        Assert.Equal(text, template.ToString());
    }

    [Theory]
    [InlineData("", "not an ARN")]
    [InlineData("document/{id}", "not an ARN")]
    [InlineData("arn:app:docs::123456789012", "not an ARN")]
    [InlineData("arn:app:docs::123456789012:", "not an ARN")]
    [InlineData("arn:{partition}:docs::123456789012:document", "not in the partition or the service")]
    [InlineData("arn:app:{service}::123456789012:document", "not in the partition or the service")]
    [InlineData("arn:app:docs::123456789012:document/*", "* and ? belong into policies")]
    [InlineData("arn:app:docs::123456789012:document/{id", "has no }")]
    [InlineData("arn:app:docs::123456789012:document/id}", "has no {")]
    [InlineData("arn:app:docs::123456789012:document/{}", "name of a route value")]
    [InlineData("arn:app:docs::123456789012:document/{id:int}", "name of a route value")]
    [InlineData("arn:app:docs::123456789012:document/${aws:username}", "name of a route value")]
    [InlineData("arn:app:docs::123456789012:{a}{b}", "side by side")]
    [InlineData("arn:app:docs::123456789012:{a}-{b}", "only \"-\" stands between")]
    [InlineData("arn:app:docs::123456789012:{*a}/b", "stand last")]
    public void These_are_not_and_the_problem_says_why(string text, string problem)
    {
        Assert.False(ResourceTemplate.TryParse(text, out _, out var found));
        Assert.Contains(problem, found, StringComparison.Ordinal);
    }

    /// <summary>However values are chosen, two different pairs are two different resources.</summary>
    [Fact]
    public void Different_values_name_different_resources()
    {
        string[] values = ["a", "b", "a/b", "a:b", "/", ":", "..", ".", "%2F", "%252F", "a%2Fb", "*", "${a}", "a-b", "é", "e\u0301", "A"];
        Assert.True(ResourceTemplate.TryParse("arn:app:docs:::{x}/{y}", out var template, out _));
        var bound = new BoundTemplate(template, [default, default, default, default]);
        var seen = new HashSet<string>();
        foreach (var x in values)
        {
            foreach (var y in values)
            {
                Assert.True(bound.TryBind(new() { ["x"] = x, ["y"] = y }, out var resource));
                Assert.True(seen.Add(resource.ToString()), $"{x} and {y} give {resource}, which others give");
            }
        }
    }

    [Fact]
    public void A_resource_asked_for_again_is_the_same_and_costs_nothing()
    {
        Assert.True(ResourceTemplate.TryParse("arn:app:docs:::{x}/{y}", out var template, out _));
        var bound = new BoundTemplate(template, [default, default, default, default]);
        RouteValueDictionary values = new() { ["x"] = "tenant", ["y"] = "42" };
        bound.TryBind(values, out var first);
        var before = GC.GetAllocatedBytesForCurrentThread();
        bound.TryBind(values, out var second);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Same(first.ToString(), second.ToString());
    }

    /// <summary>More values than places to keep them, in an order that brings each back after others: what was kept is never another's.</summary>
    [Theory]
    [InlineData("arn:app:docs:::{a}/{b}", 2)]
    [InlineData("arn:app:docs:::{a}/{b}/{a}", 2)]
    [InlineData("arn:app:docs:{a}:{b}:{c}/{d}/{e}/{*f}", 6)]
    public void What_was_asked_before_changes_no_answer(string text, int count)
    {
        Assert.True(ResourceTemplate.TryParse(text, out var template, out _));
        RouteValueForm[] forms = [.. template.Parts.Select(part => part.Value == "b" ? RouteValueForm.Integer : RouteValueForm.Text)];
        var bound = new BoundTemplate(template, [.. forms]);
        var random = new Random(20261122);
        string[] spellings = ["1", "01", "+1", " 1", "12", "x", "", "%31"];
        for (var i = 0; i < 20_000; i++)
        {
            var values = new RouteValueDictionary();
            foreach (var name in "abcdef".AsSpan(0, count))
            {
                values[name.ToString()] = name == 'b' ? spellings[random.Next(spellings.Length)] : $"v{random.Next(30)}";
            }

            var alone = new BoundTemplate(template, [.. forms]).TryBind(values, out var expected);
            Assert.Equal(alone, bound.TryBind(values, out var resource));
            Assert.Equal(expected, resource);
        }
    }

    [Fact]
    public void A_value_that_is_no_text_is_named_by_its_text()
    {
        Assert.True(ResourceTemplate.TryParse("arn:app:docs:::{x}/{y}", out var template, out _));
        var bound = new BoundTemplate(template, [default, default, default, default]);
        Assert.True(bound.TryBind(new() { ["x"] = 7, ["y"] = 1.5 }, out var resource));
        Assert.Equal("arn:app:docs:::7/1.5", resource.ToString());
        Assert.True(bound.TryBind(new() { ["x"] = "7", ["y"] = "1.5" }, out var text));
        Assert.Equal(resource, text);
        Assert.False(bound.TryBind(new() { ["x"] = new(), ["y"] = "1" }, out _));
    }
}
