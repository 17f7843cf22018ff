using System.Runtime.CompilerServices;
using IamCore.Benchmarks.Adversarial;
using IamCore.Benchmarks.Engines;
using IamCore.Benchmarks.Workloads;
using IamCore.Cli.Measuring;
using IamCore.Policies;

namespace IamCore.Benchmarks.Quick;

/// <summary>All workloads in about a minute: every engine beside the floor, decisions checked first.</summary>
internal sealed class QuickRun(WorkloadFiles files, TimingPlan plan, Func<string, bool> isWanted, TextWriter progress)
{
    private readonly Floor _floor = Floor.Standard;

    public QuickReport Run()
    {
        var report = new QuickReport();
        var workloads = new WorkloadReader(files).ReadAll().Where(workload => isWanted(workload.Name)).ToArray();
        var prepared = workloads.Select(Check).ToArray();
        foreach (var (workload, candidates) in workloads.Zip(prepared))
        {
            Time(workload.Name, candidates, report.Decisions);
            report.Statements[workload.Name] = workload.Statements;
        }

        RunDirectory(report);
        RunReading(report);
        foreach (var workload in workloads.Where(workload => workload.Name is "w2" or "w4-10000-last"))
        {
            RunAround(workload, report);
        }

        RunThreads(workloads.Where(workload => workload.Name is "w1" or "w2"), report);
        RunAdversarial(report);
        return report;
    }

    /// <summary>Checks the answers of all engines, which also shows the runtime all paths before any is timed.</summary>
    private Candidate[] Check(Workload workload)
    {
        progress.WriteLine($"checking {workload.Name}");
        DecisionCheck.Engine(workload.Name, workload.Questions);
        var scan = new LinearScan().Prepare(workload.Questions);
        DecisionCheck.Scan(workload.Name, workload.Questions, scan);
        var candidates = new List<Candidate>
        {
            _floor.ToCandidate(Candidates.Floor),
            Candidates.Decide(workload.Questions),
            Candidates.ScanAll(scan),
            OwnFloor(workload.Questions),
        };
        if (FrameworkAuthorization.TryCreate(workload, out var framework, out var questions))
        {
            DecisionCheck.Framework(workload.Name, workload.Questions, framework, questions);
            candidates.Add(Candidates.Ask(framework, questions));
        }

        return [.. candidates];
    }

    private static Candidate OwnFloor(Question[] questions) =>
        Floor.Over(questions.Select(question => (question.Request.Action.ToString(), question.Request.Resource.ToString(), question.Request.Principal.Text)))
            .ToCandidate(Candidates.OwnFloor);

    private void RunDirectory(QuickReport report)
    {
        const string Name = "w5";
        if (!isWanted(Name) || !DirectoryWorkload.TryRead(files, Name, out var directory))
        {
            return;
        }

        DecisionCheck.Directory(directory!);
        var framework = FrameworkAuthorization.Create(directory!, out var questions);
        DecisionCheck.Framework(Name, directory!.Questions, framework, questions);
        Time(
            Name,
            [
                _floor.ToCandidate(Candidates.Floor),
                Candidates.ResolveAndDecide(directory),
                Candidates.ResolveAndScan(directory),
                OwnFloor(directory.Questions),
                Candidates.Ask(framework, questions),
            ],
            report.Decisions);
    }

    private void RunReading(QuickReport report)
    {
        const string Name = "w6";
        const string File = $"{Name}.policies.jsonl";
        if (!isWanted(Name) || !files.Has(File))
        {
            return;
        }

        var texts = files.ReadLines(File).Select(line => line.ToArray()).ToArray();
        var documents = texts.Select(text => PolicyDocument.Parse(text, PolicyType.Identity)).ToArray();
        Time(
            Name,
            [
                Candidates.ReadTokens(texts, "Utf8JsonReader"),
                Candidates.ReadAndCompile(texts, Candidates.Engine),
                Candidates.Read(texts, $"{Candidates.Engine} read alone"),
                Candidates.Compile(documents, $"{Candidates.Engine} compile alone"),
            ],
            report.Reading);
    }

    /// <summary>What surrounds a decision: the request made from text, the reasons, the first decision after a change.</summary>
    private void RunAround(Workload workload, QuickReport report)
    {
        Time(
            workload.Name,
            [
                _floor.ToCandidate(Candidates.Floor),
                Candidates.Decide(workload.Questions),
                Candidates.DecideFromText(workload, $"{Candidates.Engine} from text"),
                Candidates.Explain(workload.Questions, $"{Candidates.Engine} explain"),
            ],
            report.Around);

        // One operation may take many slices.
        var change = Candidates.DecideAfterChange(workload.Questions[0], $"{Candidates.Engine} after a change");
        var measured = InterleavedTiming.Run([_floor.ToCandidate(Candidates.Floor), change], plan with { Rounds = 5, SlicesPerRound = 3 });
        report.Around.Add(QuickRow.Of(workload.Name, measured).Last());
    }

    private void RunThreads(IEnumerable<Workload> workloads, QuickReport report)
    {
        progress.WriteLine("threads");
        var floor = _floor.ToCandidate(Candidates.Floor);
        report.Threads.Add((Candidates.Floor, Candidates.Floor, Throughput.Measure(2, () => floor.Run(100), floor.Operations * 100)));
        foreach (var workload in workloads)
        {
            var candidate = Candidates.Decide(workload.Questions);
            var passes = Math.Max(1, 2_000 / candidate.Operations); // so that looking at the clock costs nothing beside them
            report.Threads.Add((workload.Name, candidate.Name, Throughput.Measure(2, () => candidate.Run(passes), candidate.Operations * passes)));
        }
    }

    private void RunAdversarial(QuickReport report)
    {
        foreach (var set in AdversarialSets.All().Where(set => isWanted(set.Name) || isWanted("adversarial")))
        {
            report.Adversarial.Add(Run(set));
        }
    }

    /// <summary>A method of its own, so that nothing of one set is held while the memory of the next is measured.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private AdversarialRow Run(AdversarialSet set)
    {
        var size = CompiledSize.Measure(set, out var compiled);
        var questions = set.Questions(compiled);
        var scan = new LinearScan().Prepare(questions);
        DecisionCheck.Engine(set.Name, questions);
        DecisionCheck.Scan(set.Name, questions, scan);
        var rows = new List<QuickRow>();
        Time(set.Name, [_floor.ToCandidate(Candidates.Floor), Candidates.Decide(questions), Candidates.ScanAll(scan)], rows);
        return new(set.Name, size, rows[1], rows[2]);
    }

    private void Time(string workload, Candidate[] candidates, List<QuickRow> rows)
    {
        progress.WriteLine($"timing {workload}");
        rows.AddRange(QuickRow.Of(workload, InterleavedTiming.Run(candidates, plan)));
    }
}
