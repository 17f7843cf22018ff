using System.Text.Encodings.Web;
using System.Text.Json;

namespace IamCore.Benchmarks.Workloads.Generation;

/// <summary>The files of the workloads: name and content.</summary>
internal static class GeneratedFiles
{
    /// <summary>Folder of the large files, and of complete scenarios for other tools.</summary>
    public const string Big = "big/";

    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the files one after another.</summary>
    /// <param name="seed">The seed of all streams.</param>
    /// <param name="large">Whether to make <c>w4-10000</c>, <c>w5</c> and <c>w6</c> too.</param>
    /// <param name="scenarios">Whether to make complete scenarios of the small ones.</param>
    public static IEnumerable<(string Name, byte[] Content)> Make(long seed, bool large, bool scenarios)
    {
        var generator = new WorkloadGenerator(seed);
        GeneratedWorkload[] mixed = [generator.Small(), generator.Typical(), generator.TypicalOneService(), generator.Layered()];
        var small = mixed.Concat(new[] { 10, 100, 1_000 }.Select(WorkloadGenerator.ManyStatements));
        foreach (var file in small.SelectMany(workload => FilesOf(workload, "")))
        {
            yield return file;
        }

        if (large)
        {
            foreach (var file in FilesOf(WorkloadGenerator.ManyStatements(10_000), Big))
            {
                yield return file;
            }

            yield return ($"{Big}w5.directory.json", Lines([Directory.Write]));
            yield return ($"{Big}w5.requests.jsonl", Lines(generator.DirectoryQuestions().Select((question, i) => Line("w5", question, i))));
            yield return ($"{Big}w6.policies.jsonl", Lines(generator.Documents().Select<GeneratedPolicy, Action<Utf8JsonWriter>>(policy => policy.WriteDocument)));
        }

        if (scenarios)
        {
            foreach (var workload in mixed)
            {
                yield return ($"{Big}{workload.Name}.scenarios.jsonl", Lines(workload.Questions.Select((question, i) => Scenario(workload, question, i))));
            }
        }
    }

    private static IEnumerable<(string Name, byte[] Content)> FilesOf(GeneratedWorkload workload, string folder)
    {
        yield return ($"{folder}{workload.Name}.policies.json", Lines([writer => workload.Policies.Write(writer)]));
        yield return ($"{folder}{workload.Name}.requests.jsonl", Lines(workload.Questions.Select((question, i) => Line(workload.Name, question, i))));
    }

    private static Action<Utf8JsonWriter> Line(string workload, GeneratedQuestion question, int index) => writer =>
    {
        WriteStart(writer, workload, question, index);
        if (question.ResourcePolicy is { } own)
        {
            writer.WriteStartObject("policies");
            GeneratedPolicies.Write(writer, "resource", [own]);
            writer.WriteEndObject();
        }

        WriteEnd(writer, question);
    };

    private static Action<Utf8JsonWriter> Scenario(GeneratedWorkload workload, GeneratedQuestion question, int index) => writer =>
    {
        WriteStart(writer, workload.Name, question, index);
        writer.WritePropertyName("policies");
        workload.Policies.Write(writer, question.ResourcePolicy);
        WriteEnd(writer, question);
    };

    private static void WriteStart(Utf8JsonWriter writer, string workload, GeneratedQuestion question, int index)
    {
        writer.WriteStartObject();
        writer.WriteString("name", question.Name ?? $"{workload}-{index}");
        writer.WritePropertyName("request");
        question.Request.Write(writer);
    }

    private static void WriteEnd(Utf8JsonWriter writer, GeneratedQuestion question)
    {
        writer.WriteStartObject("expect");
        writer.WriteString("decision", GeneratedQuestion.NameOf(question.Expected));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static byte[] Lines(IEnumerable<Action<Utf8JsonWriter>> lines)
    {
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream, Format);
        foreach (var line in lines)
        {
            line(writer);
            writer.Flush();
            writer.Reset();
            stream.WriteByte((byte)'\n');
        }

        return stream.ToArray();
    }
}
