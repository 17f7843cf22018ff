using System.Text.Json;
using IamCore.Policies.Linting;
using IamCore.Policies.Tests.Generation;

namespace IamCore.Policies.Tests.Linting;

/// <summary>Validator and parser never disagree about what is valid (VA-950), and places are always those of tokens (VA-803).</summary>
public sealed class ParserAgreementTests(ITestOutputHelper output)
{
    private const int Cases = 6_000;

    [Fact] // VA-950, VA-803, VA-804
    public void What_the_parser_refuses_is_an_error_and_what_it_takes_has_no_error_of_its_own()
    {
        var seed = RunSettings.Seed();
        output.WriteLine($"IAMCORE_SEED={seed}");
        var rng = new Rng(seed);
        var mutated = new MutatedPolicies(rng);
        int read = 0, refused = 0;
        for (var i = 0; i < Cases; i++)
        {
            var text = mutated.Next();
            var type = (PolicyType)rng.Next(8);
            var options = LintOptions.Of(type) with
            {
                Packs = RulePacks.Core | RulePacks.Aws | RulePacks.Advice,
                CatalogMode = rng.Chance(30) ? CatalogMode.Closed : CatalogMode.Open,
                ScpGrammar = rng.Chance(30) ? ScpGrammar.Classic : ScpGrammar.Full,
                ResourceType = rng.Chance(30) ? "AWS::S3::Bucket" : null,
            };
            var isRead = PolicyDocument.TryParse(text, type, out _, out var faults);
            var findings = PolicyValidator.Validate(text, options);
            Check(text, isRead, faults, findings);
            read += isRead ? 1 : 0;
            refused += isRead ? 0 : 1;
            Assert.Equal(findings, PolicyValidator.Validate(text, options)); // VA-016: the same each time
        }

        output.WriteLine($"{read} read, {refused} refused");
        Assert.InRange(read, Cases / 20, Cases);
        Assert.InRange(refused, Cases / 5, Cases);
    }

    private static void Check(string text, bool isRead, ValueList<PolicyFault> faults, ValueList<Finding> findings)
    {
        var codes = findings.Select(f => f.Arguments.GetValueOrDefault("parserCode")).OfType<string>().ToArray();
        Assert.True(isRead == (codes.Length == 0), text);
        Assert.All(findings.Where(f => f.Arguments.ContainsKey("parserCode")), f => Assert.Equal(FindingType.Error, f.Type));
        var isJsonError = findings.Any(f => f.Code == "JSON_SYNTAX_ERROR");
        if (isJsonError)
        {
            Assert.Single(findings); // VA-020
            return;
        }

        Assert.True(faults.Select(f => f.Code.ToString()).ToHashSet().SetEquals(codes), text);
        using var document = JsonDocument.Parse(text);
        foreach (var location in findings.SelectMany(f => f.Locations))
        {
            var token = text[location.Span.Start.Offset..location.Span.End.Offset];
            Assert.True(token == "{" || PathReading.Resolve(document.RootElement, location.Path, token), $"{location.Path} is not {token} in {text}");
        }

        Assert.Equal(findings.OrderBy(f => f.Span.Start.Offset).Select(f => f.Code), findings.Select(f => f.Code));
    }
}
