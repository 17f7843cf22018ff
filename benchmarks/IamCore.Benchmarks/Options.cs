using System.Globalization;
using IamCore.Benchmarks.Workloads.Generation;
using IamCore.Cli.Measuring;

namespace IamCore.Benchmarks;

/// <summary>The program's own options. Without any of the first nine the arguments go to BenchmarkDotNet.</summary>
internal sealed record Options
{
    public const string Help = """
        --quick                 all workloads in about a minute, ratios as a table and as JSON lines
        --generate FOLDER       write the workloads' files
        --verify                compare the generator's files with their known hashes
        --loop NAME             decide a workload's questions for ten seconds, for a profiler
        --directory             memory and first decisions of a directory of 100,000 users
        --validate FILE         how much text the validator reads in a second: JSON lines of policies, or w6 for the workload's
        --host                  what IamCore adds to a request in ASP.NET Core: authentication and authorization
        --serve KIND=URL        a web server for wrk: iam or framework; see serve.sh
        --help                  this text
        --data FOLDER           read workloads from a folder instead of making them
        --seed N                make them from another seed (20260101)
        --big                   with --generate: the large files and complete scenarios too
        --only NAME,NAME        only these workloads; "adversarial" for the adversarial sets
        --rounds N              rounds of a measurement (11, at least 5)
        --json FILE             write the JSON lines to a file instead
        --report FOLDER         write the report into README.md of a folder, and report.jsonl and cost.svg beside it

        Anything else goes to BenchmarkDotNet, for example --filter '*Decide*'.
        """;

    public bool Quick { get; private init; }

    public bool Verify { get; private init; }

    public bool ShowHelp { get; private init; }

    public string? Generate { get; private init; }

    public string? Loop { get; private init; }

    public bool Directory { get; private init; }

    public string? Validate { get; private init; }

    public bool Host { get; private init; }

    public string? Serve { get; private init; }

    public string? Data { get; private init; }

    public long Seed { get; private init; } = WorkloadGenerator.DefaultSeed;

    public bool Big { get; private init; }

    public string[] Only { get; private init; } = [];

    public int Rounds { get; private init; } = TimingPlan.Standard.Rounds;

    public string? Json { get; private init; }

    public string? Report { get; private init; }

    /// <summary>Whether this program has something to do itself.</summary>
    public bool IsOwn => Quick || Verify || ShowHelp || Generate is not null || Loop is not null || Directory || Host || Serve is not null || Validate is not null;

    public static Options Parse(string[] arguments)
    {
        var options = new Options();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var name))
        {
            options = name switch
            {
                "--quick" => options with { Quick = true },
                "--verify" => options with { Verify = true },
                "--help" or "-h" => options with { ShowHelp = true },
                "--directory" => options with { Directory = true },
                "--host" => options with { Host = true },
                "--serve" => options with { Serve = Value() },
                "--validate" => options with { Validate = Value() },
                "--big" => options with { Big = true },
                "--generate" => options with { Generate = Value() },
                "--loop" => options with { Loop = Value() },
                "--data" => options with { Data = Value() },
                "--seed" => options with { Seed = long.Parse(Value(), CultureInfo.InvariantCulture) },
                "--only" => options with { Only = Value().Split(',') },
                "--rounds" => options with { Rounds = Math.Max(5, int.Parse(Value(), CultureInfo.InvariantCulture)) },
                "--json" => options with { Json = Value() },
                "--report" => options with { Report = Value() },
                _ => options,
            };

            string Value() => rest.TryDequeue(out var value) ? value : throw new FormatException($"{name} needs a value");
        }

        return options;
    }

    /// <summary>Whether a workload was asked for: by its name, or by a name it starts with before a hyphen.</summary>
    public bool IsWanted(string workload) =>
        Only.Length == 0 || Only.Any(name => workload == name || workload.StartsWith($"{name}-", StringComparison.Ordinal));
}
