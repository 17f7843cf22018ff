using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace IamCore.Scenarios.Tests;

/// <summary>No text, however malformed, gives an unhandled exception, or an allow where something was lost (EV-023).</summary>
public sealed class HostileScenarioTests
{
    private static readonly byte[] Allowed = Encoding.UTF8.GetBytes(Samples.Example);

    private static readonly byte[][] Fragments =
    [
        .. new[] { "null", "{", "}", "[", "]", "\"", ",", ":", "\\ud800", "\\", "*", "\"*\"", "arn:", "\0", "é", "\r", "-0", "1e999", "true", "{}", "[[]]", "\"request\":", "\"document\":" }
            .Select(Encoding.UTF8.GetBytes),
        [0xFF],
        [0xED, 0xA0, 0x80],
    ];

    [Fact]
    public void Mutated_scenarios_give_a_decision_or_an_error() =>
        Prop.ForAll(Mutations(Allowed).ToArbitrary(), utf8 =>
        {
            foreach (var scenario in ScenarioFile.Parse(utf8))
            {
                var result = scenario.Run();
                if (result.Explanation is null == result.Fault is null || result.ToJson().Length == 0 || result.Describe().Length == 0)
                {
                    return false;
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void Mutated_lines_give_one_answer_a_line() =>
        Prop.ForAll(Mutations(Encoding.UTF8.GetBytes(Samples.Line("a"))).ToArbitrary(), utf8 =>
        {
            var line = utf8.Where(b => b is not ((byte)'\n' or (byte)'\r')).ToArray();
            if (line.All(b => b is (byte)' ' or (byte)'\t'))
            {
                return true;
            }

            using var stream = new MemoryStream([.. line, (byte)'\n', .. Encoding.UTF8.GetBytes(Samples.Line("next"))]);
            var answers = ScenarioFile.Read(stream).Select(s => s.Run()).ToList();
            return answers.Count == 2 && answers[1].Scenario.Name == "next" && answers[1].Explanation!.Decision.IsAllowed;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500));

    /// <summary>A scenario that nothing allows has no mutation that allows it, unless the mutation wrote the allow: so none of the bytes
    /// that could are put in, and what is there is only cut and repeated.</summary>
    [Fact]
    public void Cutting_a_scenario_that_is_denied_never_allows_it()
    {
        var denied = Encoding.UTF8.GetBytes(Samples.User(
            """
            { "Statement": [ { "Effect": "Allow", "Action": "docs:Write", "Resource": "*" } ] }
            """));
        var cuts = Gen.Choose(0, denied.Length).SelectMany(start => Gen.Choose(0, denied.Length - start).Select(length => (byte[])[.. denied[..start], .. denied[(start + length)..]]));
        Prop.ForAll(cuts.ToArbitrary(), utf8 => ScenarioFile.Parse(utf8).All(s => s.Run().Explanation?.Decision.IsAllowed != true))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    private static Gen<byte[]> Mutations(byte[] original)
    {
        var step = Gen.Choose(0, original.Length - 1).SelectMany(at => Gen.Choose(0, Fragments.Length + 3).SelectMany(kind => Gen.Choose(1, 40).Select(size => (at, kind, size))));
        return Gen.Choose(1, 4).SelectMany(count => Gen.ArrayOf(step, count)).Select(steps => steps.Aggregate(original, Apply));
    }

    private static byte[] Apply(byte[] text, (int At, int Kind, int Size) step)
    {
        var at = Math.Min(step.At, text.Length);
        var end = Math.Min(text.Length, at + step.Size);
        return (step.Kind - Fragments.Length) switch
        {
            0 => [.. text[..at], .. text[end..]],
            1 => [.. text[..end], .. text[at..]],
            2 => text[..at],
            3 => at < text.Length ? [.. text[..at], (byte)(text[at] ^ (1 << (step.Size % 8))), .. text[(at + 1)..]] : text,
            _ => [.. text[..at], .. Fragments[step.Kind], .. text[at..]],
        };
    }
}
