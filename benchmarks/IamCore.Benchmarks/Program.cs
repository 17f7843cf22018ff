using System.Diagnostics;
using BenchmarkDotNet.Running;
using IamCore.Benchmarks;
using IamCore.Benchmarks.Hosts;
using IamCore.Benchmarks.Quick;
using IamCore.Benchmarks.Rates;
using IamCore.Benchmarks.Reports;
using IamCore.Benchmarks.Workloads;
using IamCore.Benchmarks.Workloads.Generation;
using IamCore.Cli.Measuring;

var options = Options.Parse(args);
if (!options.IsOwn)
{
    // In this process: no generated project has to follow this repository's build rules.
    BenchmarkSwitcher.FromAssembly(typeof(Options).Assembly).Run([.. args, "--inProcess"]);
    return 0;
}

if (options.ShowHelp)
{
    Console.Out.WriteLine(Options.Help);
    return 0;
}

if (options.Verify)
{
    return Verify();
}

if (options.Generate is { } folder)
{
    Generate(folder);
    return 0;
}

if (options.Directory)
{
    Console.Out.WriteLine(LargeDirectory.Measure());
    return 0;
}

if (options.Host)
{
    Console.Out.WriteLine(HostCost.Measure(TimingPlan.Standard with { Rounds = options.Rounds, WarmUp = TimeSpan.FromSeconds(3) }));
    return 0;
}

if (options.Serve is { } server)
{
    WebServer.Run(server[..server.IndexOf('=', StringComparison.Ordinal)], server[(server.IndexOf('=', StringComparison.Ordinal) + 1)..]);
    return 0;
}

if (options.Validate is { } policies)
{
    var rate = policies == "w6" ? new ValidationRate(Files().ReadLines("w6.policies.jsonl").Select(line => line.ToArray())) : ValidationRate.FromLines(policies);
    Console.Out.WriteLine(rate.Measure());
    return 0;
}

if (options.Loop is { } name)
{
    Loop(name);
    return 0;
}

try
{
    Measure();
    return 0;
}
catch (WrongDecisionException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 1;
}

WorkloadFiles Files() => options.Data is { } data ? WorkloadFiles.FromFolder(data) : WorkloadFiles.FromSeed(options.Seed);

void Loop(string workload)
{
    var files = Files();
    var documents = $"{workload}.policies.jsonl";
    var candidate = files.Has(documents) ? Candidates.ReadAndCompile([.. files.ReadLines(documents).Select(line => line.ToArray())], workload)
        : DirectoryWorkload.TryRead(files, workload, out var directory) ? Candidates.ResolveAndDecide(directory!)
        : Candidates.Decide(new WorkloadReader(files).ReadAll().Single(read => read.Name == workload).Questions);
    for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10);)
    {
        candidate.Run(100);
    }
}

void Measure()
{
    var files = Files();
    var plan = TimingPlan.Standard with { Rounds = options.Rounds };
    var report = new QuickRun(files, plan, options.IsWanted, Console.Error).Run();
    Console.Out.WriteLine(report.ToMarkdown());
    if (options.Json is { } json)
    {
        File.WriteAllLines(json, report.ToJsonLines());
    }
    else
    {
        foreach (var line in report.ToJsonLines())
        {
            Console.Out.WriteLine(line);
        }
    }

    if (options.Report is { } target)
    {
        ReportFolder.Write(target, report);
    }
}

void Generate(string target)
{
    foreach (var (name, content) in GeneratedFiles.Make(options.Seed, options.Big, scenarios: options.Big))
    {
        var path = Path.Combine(target, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        Console.Out.WriteLine(path);
    }
}

int Verify()
{
    var differences = GeneratedFileHashes.Known.Select(known => known.Seed).Distinct()
        .SelectMany(seed => GeneratedFileHashes.Differences(seed).Select(name => $"seed {seed}: {name}")).ToArray();
    foreach (var difference in differences)
    {
        Console.Error.WriteLine($"differs from the first generator's: {difference}");
    }

    Console.Out.WriteLine($"{GeneratedFileHashes.Known.Count - differences.Length} files agree, {differences.Length} differ");
    return differences.Length == 0 ? 0 : 1;
}
