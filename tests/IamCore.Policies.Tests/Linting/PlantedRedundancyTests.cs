using System.Text.Json;
using IamCore.Policies.Linting;
using IamCore.Policies.Tests.Generation;

namespace IamCore.Policies.Tests.Linting;

/// <summary>Of planted redundancies at least nine in ten are found.</summary>
public sealed class PlantedRedundancyTests(ITestOutputHelper output)
{
    private const int Cases = 1_000;

    private static readonly string[] Actions =
    [
        "s3:Get*", "s3:*Object", "s3:Put?bject*", "iam:*AccessKey*", "sqs:*", "docs:Read?", "docs:?*", "ec2:Describe*", "ec2:*Tags", "kms:Decrypt", "sns:Publish",
    ];

    private static readonly string[] Resources =
    [
        "arn:aws:s3:::b/*", "arn:aws:s3:::b/${aws:username}/*", "arn:*:s3:::c*", "arn:aws:sqs:*:111122223333:q?", "arn:aws:iam::*:role/*/x*", "arn:aws:logs:*",
        "arn:aws:docs:eu-1:111122223333:document/?*", "arn:aws:sns:eu-1:111122223333:topic", "arn:aws:s3:::d/*/test/*",
    ];

    [Theory] // VA-640, VA-641
    [InlineData("Action", "REDUNDANT_ACTION")]
    [InlineData("Resource", "REDUNDANT_RESOURCE")]
    public void Nearly_every_planted_entry_is_found(string element, string code)
    {
        var seed = RunSettings.Seed();
        output.WriteLine($"IAMCORE_SEED={seed}");
        var rng = new Rng(seed);
        var pool = element == "Action" ? Actions : Resources;
        var found = 0;
        for (var i = 0; i < Cases; i++)
        {
            var entries = Enumerable.Range(0, 1 + rng.Next(12)).Select(_ => rng.Pick(pool)).Distinct().ToList();
            var planted = Narrow(rng, rng.Pick(entries), element == "Action");
            var at = rng.Next(entries.Count + 1);
            if (entries.Contains(planted, element == "Action" ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal))
            {
                at = entries.Count; // of equal ones the later is redundant
            }

            entries.Insert(at, planted);
            var policy = Policy(element, entries);
            var finding = PolicyValidator.Validate(policy, new ValidationOptions(PolicyType.Identity)).SingleOrDefault(f => f.Code == code);
            found += finding?.Locations.Any(l => l.Path == $"$.Statement.{element}[{at}]") == true ? 1 : 0;
        }

        output.WriteLine($"{found} of {Cases}");
        Assert.InRange(found, Cases * 9 / 10, Cases);
    }

    /// <summary>An entry that the given one covers: wildcards replaced by what they match, or nothing changed.</summary>
    private static string Narrow(Rng rng, string entry, bool isAction)
    {
        var narrow = "";
        var isInVariable = false;
        foreach (var c in entry)
        {
            isInVariable = c == '$' || (isInVariable && c != '}');
            narrow += c switch
            {
                '*' when entry.EndsWith(":*", StringComparison.Ordinal) && entry.StartsWith("arn", StringComparison.Ordinal) && narrow.Count(x => x == ':') < 5 => "*",
                '*' when !isInVariable => rng.Of("*", "*a", "b*", "ab", "a?", "x*y*", "?*") + (narrow.Count(x => x == ':') == 5 ? rng.Of("", "/", "a/*") : ""),
                '?' when !isInVariable => rng.Of("?", "z"),
                _ => isAction && rng.Chance(10) ? char.ToUpperInvariant(c).ToString() : c.ToString(),
            };
        }

        return narrow;
    }

    private static string Policy(string element, List<string> entries)
    {
        var list = JsonSerializer.Serialize(entries);
        return element == "Action"
            ? $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":{{{list}}},"Resource":"*"}}"""
            : $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":{{{list}}}}}""";
    }
}
