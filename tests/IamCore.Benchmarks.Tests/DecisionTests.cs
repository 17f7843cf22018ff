using IamCore.Benchmarks.Adversarial;
using IamCore.Benchmarks.Engines;
using IamCore.Benchmarks.Quick;
using IamCore.Benchmarks.Workloads;
using IamCore.Policies;

namespace IamCore.Benchmarks.Tests;

/// <summary>What the benchmark times is right: expected answers come from the generated form, not from an engine.</summary>
public sealed class DecisionTests
{
    private static readonly WorkloadFiles Files = WorkloadFiles.FromSeed(3);

    [Fact]
    public void The_engine_the_scan_and_the_framework_answer_workloads_of_another_seed_as_expected()
    {
        var workloads = new WorkloadReader(Files).ReadAll().ToArray();
        Assert.Equal(
            ["w1", "w2", "w2s3", "w3", "w4-10-last", "w4-10-none", "w4-100-last", "w4-100-none", "w4-1000-last", "w4-1000-none", "w4-10000-last", "w4-10000-none"],
            workloads.Select(workload => workload.Name));
        var frameworks = 0;
        foreach (var workload in workloads)
        {
            DecisionCheck.Engine(workload.Name, workload.Questions);
            DecisionCheck.Scan(workload.Name, workload.Questions, new LinearScan().Prepare(workload.Questions));
            if (FrameworkAuthorization.TryCreate(workload, out var service, out var questions))
            {
                DecisionCheck.Framework(workload.Name, workload.Questions, service, questions);
                frameworks++;
            }
        }

        Assert.Equal(9, frameworks);
    }

    [Fact]
    public void The_directory_resolves_and_answers_as_expected()
    {
        Assert.True(DirectoryWorkload.TryRead(Files, "w5", out var directory));
        Assert.Equal(100_000, directory!.ByPrincipal.Count);
        DecisionCheck.Directory(directory);
    }

    [Fact]
    public void Adversarial_sets_are_answered_as_they_were_made()
    {
        foreach (var set in AdversarialSets.All())
        {
            var questions = set.Questions(set.Compile());
            DecisionCheck.Engine(set.Name, questions);
            DecisionCheck.Scan(set.Name, questions, new LinearScan().Prepare(questions));
        }
    }

    [Fact]
    public void A_wrong_answer_stops_the_benchmark()
    {
        var workload = new WorkloadReader(Files).Read("w1").Single();
        var question = workload.Questions[0];
        Question[] questions = [new(question.Name, question.Request, question.Policies, Decision.ExplicitDeny)];
        var wrong = Assert.Throws<WrongDecisionException>(() => DecisionCheck.Engine("w1", questions));
        Assert.Contains("w1-0", wrong.Message, StringComparison.Ordinal);
    }
}
