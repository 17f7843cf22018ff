using System.Diagnostics;
using System.Text;
using IamCore.Policies.Linting;
using IamCore.Policies.Tests.Generation;
using IamCore.Tests.Isolation;

namespace IamCore.Policies.Tests.Linting;

/// <summary>Validating takes time in proportion to the document's length (VA-804): eight times the text at most thirty-two times as long; a quadratic check takes sixty-four.</summary>
[Collection(nameof(Alone))]
public sealed class ScaleTests
{
    private const int MaxLength = 1_048_576;
    private const int Factor = 8;
    private const int MaxRatio = 4 * Factor;

    /// <summary>Kinds of documents: the type, an item, and what stands around the items.</summary>
    private static readonly Dictionary<string, (PolicyType Type, Func<int, string> Item, string Head, string Tail)> Kinds = new(StringComparer.Ordinal)
    {
        ["statements"] = (PolicyType.Identity, _ => """{"Effect":"Allow","Action":"a:b","Resource":"*"}""", """{"Statement":[""", "]}"),
        ["different statements"] = (PolicyType.Identity, i => $$"""{"Effect":"Allow","Action":"a:b{{i}}","Resource":"*"}""", """{"Statement":[""", "]}"),
        ["resource statements"] = (PolicyType.Resource, i => $$"""{"Effect":"Allow","Principal":"*","Action":"a:b{{i}}"}""", """{"Statement":[""", "]}"),
        ["actions"] = (PolicyType.Identity, i => $"\"s3:*x{i}*\"", Identity("\"Resource\":\"*\",\"Action\":["), "]}}"),
        ["unknown actions"] = (PolicyType.Identity, i => $"\"s3:GetObjec{i}\"", Identity("\"Resource\":\"*\",\"Action\":["), "]}}"),
        ["resources"] = (PolicyType.Identity, i => $"\"arn:aws:s3:::*{i}?*\"", Identity("\"Action\":\"s3:*\",\"Resource\":["), "]}}"),
        ["keys"] = (
            PolicyType.ResourceControl, i => $"\"aws:PrincipalTag/{i}\":\"x\"",
            """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringNotEquals":{""", "}}}}"),
        ["tag keys"] = (
            PolicyType.Identity, i => $"\"aws:ResourceTag/{i}\":\"*?\"", Identity("\"Action\":\"docs:*\",\"Resource\":\"*\",\"Condition\":{\"StringLike\":{"), "}}}}"),
        ["providers"] = (
            PolicyType.Trust, i => $"\"h{i}.example\"",
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["sts:AssumeRole","sts:AssumeRoleWithSAML"],"Principal":{"Federated":[""", "]}}}"),
        ["values"] = (
            PolicyType.Identity, i => $"\"*{i}?*a\"",
            Identity("\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"StringLike\":{\"aws:username\":["), "]}}}}"),
    };

    [Theory] // VA-804
    [InlineData("statements")]
    [InlineData("different statements")]
    [InlineData("resource statements")]
    [InlineData("actions")]
    [InlineData("unknown actions")]
    [InlineData("resources")]
    [InlineData("keys")]
    [InlineData("tag keys")]
    [InlineData("providers")]
    [InlineData("values")]
    public void A_mebibyte_of_one_kind_takes_time_in_proportion_to_its_length(string kind)
    {
        var (brief, full) = (TextOf(kind, MaxLength / Factor), TextOf(kind, MaxLength));
        var (quickest, ratio) = (double.MaxValue, double.MaxValue);

        // Whatever else the machine does makes a run slower, never quicker.
        for (var attempt = 0; attempt < 5 && ratio > MaxRatio; attempt++)
        {
            quickest = Math.Min(quickest, TicksOf(kind, full));
            ratio = quickest / Enumerable.Range(0, 3).Min(_ => TicksOf(kind, brief));
        }

        Assert.True(ratio <= MaxRatio, $"A text {Factor} times as long takes {ratio:0} times as long");
    }

    [Fact] // VA-804
    public void Any_bytes_are_validated_without_an_exception()
    {
        var rng = new Rng(RunSettings.Seed());
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = new byte[rng.Next(64)];
            for (var j = 0; j < bytes.Length; j++)
            {
                bytes[j] = (byte)(rng.Chance(60) ? "{}[]\",:Statement"u8[rng.Next(16)] : rng.Next(256));
            }

            Assert.Contains(PolicyValidator.Validate(bytes, LintOptions.Of(PolicyType.Identity)), f => f.Type == FindingType.Error);
        }
    }

    private static string TextOf(string kind, int length)
    {
        var (_, item, head, tail) = Kinds[kind];
        var text = new StringBuilder(head);
        for (var i = 0; text.Length + tail.Length < length - 100; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(item(i));
        }

        return text.Append(tail).ToString();
    }

    private static double TicksOf(string kind, string text)
    {
        var start = Stopwatch.GetTimestamp();
        var findings = PolicyValidator.Validate(text, LintOptions.Of(Kinds[kind].Type) with { Packs = RulePacks.Core | RulePacks.Aws | RulePacks.Advice });
        var ticks = Stopwatch.GetTimestamp() - start;
        Assert.NotEmpty(findings);
        return Math.Max(1, ticks);
    }

    private static string Identity(string members) => """{"Version":"2012-10-17","Statement":{"Effect":"Allow",""" + members;
}
