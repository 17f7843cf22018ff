using IamCore.Benchmarks.Engines;
using IamCore.Benchmarks.Workloads;
using IamCore.Policies;

namespace IamCore.Benchmarks.Quick;

/// <summary>Nothing is timed that answers wrongly: every engine answers every question once and is compared with what is expected.</summary>
internal static class DecisionCheck
{
    public static void Engine(string workload, Question[] questions) =>
        Compare(Candidates.Engine, workload, questions, i => PolicyEvaluator.Evaluate(in questions[i].Request, in questions[i].Policies).Decision);

    public static void Scan(string workload, Question[] questions, ScanQuestion[] prepared) =>
        Compare(Candidates.Scan, workload, questions, i => LinearScan.Evaluate(in prepared[i]));

    public static void Directory(DirectoryWorkload workload) =>
        Compare(Candidates.Engine, workload.Name, workload.Questions, i =>
        {
            var policies = workload.ByPrincipal[workload.Questions[i].Request.Principal];
            return PolicyEvaluator.Evaluate(in workload.Questions[i].Request, in policies).Decision;
        });

    /// <summary>The framework tells only allowed from not allowed.</summary>
    public static void Framework(string workload, Question[] questions, FrameworkAuthorization service, FrameworkQuestion[] prepared) =>
        Compare(Candidates.Framework, workload, questions, i => service.IsAllowed(in prepared[i])
            ? Decision.Allow
            : questions[i].Expected == Decision.Allow ? Decision.ImplicitDeny : questions[i].Expected);

    private static void Compare(string engine, string workload, Question[] questions, Func<int, Decision> decide)
    {
        var wrong = questions.Index().Where(item => decide(item.Index) != item.Item.Expected).Select(item => item.Item.Name).ToArray();
        if (wrong.Length > 0)
        {
            throw new WrongDecisionException($"{engine} answers {wrong.Length} of {questions.Length} questions of {workload} wrongly: {string.Join(", ", wrong.Take(5))}");
        }
    }
}

/// <summary>An engine answered wrongly; its times would mean nothing.</summary>
internal sealed class WrongDecisionException(string message) : Exception(message);
