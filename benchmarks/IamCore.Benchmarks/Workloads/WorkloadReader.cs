using System.Runtime.InteropServices;
using System.Text.Json;
using IamCore.Policies;

namespace IamCore.Benchmarks.Workloads;

/// <summary>Reads workloads: policies are compiled once a file, those of a question's own once a document.</summary>
internal sealed class WorkloadReader(WorkloadFiles files)
{
    private const string PoliciesEnd = ".policies.json";
    private const string RequestsEnd = ".requests.jsonl";

    /// <summary>Every workload that has policies and requests, in the order of its name and size.</summary>
    public IEnumerable<Workload> ReadAll() => files.Names
        .Where(name => name.EndsWith(PoliciesEnd, StringComparison.Ordinal))
        .Select(name => name[..^PoliciesEnd.Length])
        .Where(name => files.Has(name + RequestsEnd))
        .OrderBy(name => name.Split('-')[0], StringComparer.Ordinal).ThenBy(name => name.Length)
        .SelectMany(Read);

    /// <summary>One workload; questions with names of their own become one workload each.</summary>
    public IEnumerable<Workload> Read(string name)
    {
        using var shared = JsonDocument.Parse(files.Read(name + PoliciesEnd));
        var reader = new PoliciesReader();
        var common = reader.Read(default, shared.RootElement);
        var questions = new List<Question>();
        var principals = new Dictionary<string, Principal>();
        var texts = new List<QuestionText>();
        foreach (var line in files.ReadLines(name + RequestsEnd))
        {
            using var json = JsonDocument.Parse(line);
            var text = RequestReader.Read(json.RootElement.GetProperty("request"));
            var own = json.RootElement.TryGetProperty("policies", out var added) ? reader.Read(common, added) : common;
            var label = json.RootElement.GetProperty("name").GetString()!;
            ref var principal = ref CollectionsMarshal.GetValueRefOrAddDefault(principals, text.Principal, out _);
            principal ??= Principal.Parse(text.Principal);
            questions.Add(new(label, text.ToRequest(principal), own, RequestReader.Expected(json.RootElement)));
            texts.Add(text);
        }

        if (questions.All(question => question.Name.StartsWith($"{name}-", StringComparison.Ordinal)))
        {
            return [new Workload(name, [.. questions], [.. texts])];
        }

        return questions.Zip(texts, (question, text) => new Workload($"{name}-{question.Name}", [question], [text]));
    }
}

/// <summary>Reads what stands in a line of requests.</summary>
internal static class RequestReader
{
    public static QuestionText Read(JsonElement request) => new(
        request.GetProperty("principal").GetString()!,
        request.GetProperty("action").GetString()!,
        request.GetProperty("resource").GetString()!,
        request.TryGetProperty("resourceAccount", out var account) ? account.GetString() : null,
        request.TryGetProperty("context", out var context) ? [.. context.EnumerateObject().Select(key => KeyValuePair.Create(key.Name, Value(key.Value)))] : []);

    public static Decision Expected(JsonElement line) => line.GetProperty("expect").GetProperty("decision").GetString() switch
    {
        "allow" => Decision.Allow,
        "explicitDeny" => Decision.ExplicitDeny,
        "implicitDeny" => Decision.ImplicitDeny,
        var other => throw new FormatException($"\"{other}\" is no decision"),
    };

    private static ContextValue Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ContextValue.From(value.GetString()!),
        JsonValueKind.Array => ContextValue.Many([.. value.EnumerateArray().Select(Text)]),
        _ => ContextValue.From(Text(value)),
    };

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };
}
