using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using IamCore.Benchmarks.Engines;
using IamCore.Benchmarks.Workloads;
using IamCore.Cli.Measuring;
using IamCore.Policies;

namespace IamCore.Benchmarks.Quick;

/// <summary>The loops that are timed.</summary>
internal static class Candidates
{
    public const string Floor = "floor";
    public const string OwnFloor = "floor, own requests";
    public const string Engine = "IamCore";
    public const string Scan = "linear scan";
    public const string Framework = "ASP.NET Core";

    public static Candidate Decide(Question[] questions) => new(Engine, questions.Length, passes => Decide(questions, passes));

    public static Candidate DecideFromText(Workload workload, string name)
    {
        var policies = workload.Questions.Select(question => question.Policies).ToArray();
        var principal = workload.Questions[0].Request.Principal;
        return new(name, workload.Texts.Length, passes => DecideFromText(workload.Texts, policies, principal, passes));
    }

    public static Candidate Explain(Question[] questions, string name) => new(name, questions.Length, passes => Explain(questions, passes));

    public static Candidate ScanAll(ScanQuestion[] questions) => new(Scan, questions.Length, passes => ScanAll(questions, passes));

    public static Candidate Ask(FrameworkAuthorization service, FrameworkQuestion[] questions) =>
        new(Framework, questions.Length, passes => Ask(service, questions, passes));

    public static Candidate ResolveAndDecide(DirectoryWorkload workload) =>
        new(Engine, workload.Questions.Length, passes => ResolveAndDecide(workload.Questions, workload.ByPrincipal, passes));

    public static Candidate ResolveAndScan(DirectoryWorkload workload)
    {
        // In the order of the directory, as the engine's: what the questions are about must not lie together in memory.
        var scan = new LinearScan();
        var split = new Dictionary<ImmutableArray<PolicySet>, ScanPolicies>();
        var policies = workload.ByPrincipal.ToDictionary(user => user.Key, user => Split(user.Value));
        ScanQuestion[] questions = [.. workload.Questions.Select(question => new ScanQuestion(question.Request, policies[question.Request.Principal]))];
        return new(Scan, questions.Length, passes => ResolveAndScan(questions, policies, passes));

        ScanPolicies Split(in ApplicablePolicies applicable) =>
            CollectionsMarshal.GetValueRefOrAddDefault(split, applicable.Identity, out _) ??= scan.Split(in applicable);
    }

    /// <summary>One document of the set is read again, the set compiled again, and one question decided.</summary>
    public static Candidate DecideAfterChange(Question question, string name)
    {
        var set = question.Policies.Identity[0];
        var policies = set.Policies.AsSpan().ToArray();
        var text = policies[0].Document.Source.Utf8.ToArray();
        return new(name, 1, passes => DecideAfterChange(question, policies, text, passes));
    }

    public static Candidate Read(byte[][] documents, string name) => InBatches(name, documents, Read);

    public static Candidate ReadAndCompile(byte[][] documents, string name) => InBatches(name, documents, ReadAndCompile);

    public static Candidate Compile(PolicyDocument[] documents, string name) => InBatches(name, documents, Compile);

    public static Candidate ReadTokens(byte[][] documents, string name) => InBatches(name, documents, ReadTokens);

    /// <summary>A pass takes the next documents, so that a slice is short and all documents get their turn.</summary>
    private static Candidate InBatches<T>(string name, T[] items, Func<ReadOnlySpan<T>, long> run)
    {
        var size = Math.Min(20, items.Length);
        var next = 0;
        return new(name, size, passes =>
        {
            var sum = 0L;
            for (var pass = 0; pass < passes; pass++)
            {
                sum += run(items.AsSpan(next, size));
                next = next + (2 * size) <= items.Length ? next + size : 0;
            }

            return sum;
        });
    }

    private static long Decide(Question[] questions, int passes)
    {
        var sum = 0L;
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (ref readonly var question in questions.AsSpan())
            {
                sum += (long)PolicyEvaluator.Evaluate(in question.Request, in question.Policies).Decision;
            }
        }

        return sum;
    }

    private static long DecideFromText(QuestionText[] texts, ApplicablePolicies[] policies, Principal principal, int passes)
    {
        var sum = 0L;
        for (var pass = 0; pass < passes; pass++)
        {
            for (var i = 0; i < texts.Length; i++)
            {
                var request = texts[i].ToRequest(principal);
                sum += (long)PolicyEvaluator.Evaluate(in request, in policies[i]).Decision;
            }
        }

        return sum;
    }

    private static long Explain(Question[] questions, int passes)
    {
        var sum = 0L;
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (ref readonly var question in questions.AsSpan())
            {
                sum += PolicyEvaluator.Explain(in question.Request, in question.Policies).Matched.Count;
            }
        }

        return sum;
    }

    private static long ScanAll(ScanQuestion[] questions, int passes)
    {
        var sum = 0L;
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (ref readonly var question in questions.AsSpan())
            {
                sum += (long)LinearScan.Evaluate(in question);
            }
        }

        return sum;
    }

    private static long Ask(FrameworkAuthorization service, FrameworkQuestion[] questions, int passes)
    {
        var sum = 0L;
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (ref readonly var question in questions.AsSpan())
            {
                sum += service.IsAllowed(in question) ? 1 : 0;
            }
        }

        return sum;
    }

    private static long ResolveAndDecide(Question[] questions, Dictionary<Principal, ApplicablePolicies> byPrincipal, int passes)
    {
        var sum = 0L;
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (ref readonly var question in questions.AsSpan())
            {
                ref readonly var policies = ref CollectionsMarshal.GetValueRefOrNullRef(byPrincipal, question.Request.Principal);
                sum += (long)PolicyEvaluator.Evaluate(in question.Request, in policies).Decision;
            }
        }

        return sum;
    }

    private static long ResolveAndScan(ScanQuestion[] questions, Dictionary<Principal, ScanPolicies> byPrincipal, int passes)
    {
        var sum = 0L;
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (ref readonly var question in questions.AsSpan())
            {
                sum += (long)LinearScan.Evaluate(in question.Request, in question.Names, byPrincipal[question.Request.Principal]);
            }
        }

        return sum;
    }

    private static long DecideAfterChange(Question question, NamedPolicy[] policies, byte[] text, int passes)
    {
        var sum = 0L;
        for (var pass = 0; pass < passes; pass++)
        {
            policies[0] = policies[0] with { Document = PolicyDocument.Parse(text, PolicyType.Identity) };
            var applicable = question.Policies with { Identity = [PolicySet.Compile(PolicyType.Identity, policies)] };
            sum += (long)PolicyEvaluator.Evaluate(in question.Request, in applicable).Decision;
        }

        return sum;
    }

    private static long Read(ReadOnlySpan<byte[]> documents)
    {
        var sum = 0L;
        foreach (var document in documents)
        {
            sum += PolicyDocument.Parse(document, PolicyType.Identity).Statements.Count;
        }

        return sum;
    }

    private static long ReadAndCompile(ReadOnlySpan<byte[]> documents)
    {
        var sum = 0L;
        foreach (var document in documents)
        {
            sum += PolicySet.Compile(PolicyDocument.Parse(document, PolicyType.Identity)).Policies.Count;
        }

        return sum;
    }

    private static long Compile(ReadOnlySpan<PolicyDocument> documents)
    {
        var sum = 0L;
        foreach (var document in documents)
        {
            sum += PolicySet.Compile(document).Policies.Count;
        }

        return sum;
    }

    private static long ReadTokens(ReadOnlySpan<byte[]> documents)
    {
        var sum = 0L;
        foreach (var document in documents)
        {
            var reader = new Utf8JsonReader(document);
            while (reader.Read())
            {
                sum++;
            }
        }

        return sum;
    }
}
