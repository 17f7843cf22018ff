using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IamCore.AspNetCore.Explaining;

/// <summary>Makes an answer for people of an explanation.</summary>
internal static class AnswerWriter
{
    public static ExplainAnswer Of(AccessExplanation answer)
    {
        var result = answer.Result;
        return new(
            result.Decision.Decision switch
            {
                Decision.Allow => "Allow",
                Decision.ExplicitDeny => "Explicit deny",
                _ => "Implicit deny",
            },
            result.IsAllowed,
            Because(answer),
            answer.Principal.Text,
            result.Revision,
            [.. (IEnumerable<string>?)answer.Explanation?.MissingContext ?? []],
            answer.Explanation is { } explanation ? [.. PoliciesOf(explanation)] : []);
    }

    private static string Because(AccessExplanation answer) => answer switch
    {
        { Explanation: null } or { Result.Reason: AccessReason.UnknownPrincipal } => $"The directory knows no principal {answer.Principal.Text}.",
        { Result.Reason: not AccessReason.None } => $"Beside the policies: {answer.Result.Reason}.",
        { IsAllowed: true } => $"Allowed by {Names(answer.Explanation)}.",
        { Result.Decision.Decision: Decision.ExplicitDeny } => $"Denied by {Names(answer.Explanation)}.",
        _ => $"No statement allows it: {string.Join(", ", (IEnumerable<PolicyType>)answer.Explanation.DeniedBy)}.",
    };

    private static string Names(Explanation explanation) => string.Join(", ", explanation.Matched.AsSpan().ToArray().Select(m => m.ToString()));

    /// <summary>Policies in the order of the explanation; of those, the ones with statements that mattered first.</summary>
    private static IEnumerable<ExplainedPolicy> PoliciesOf(Explanation explanation)
    {
        var matched = explanation.Matched.AsSpan().ToArray();
        return explanation.Statements.AsSpan().ToArray()
            .GroupBy(trace => (trace.Statement.Type, trace.Statement.Policy, trace.Statement.Origin, trace.Statement.Document))
            .Select(group =>
            {
                var texts = TextsOf(group.Key.Document);
                return new ExplainedPolicy(
                    group.Key.Policy,
                    group.Key.Origin is { } origin ? $"{group.Key.Type} policy of {origin}" : $"{group.Key.Type} policy",
                    [.. group.Select(trace => Of(trace, texts[trace.Statement.Index], matched))]);
            })
            .OrderBy(policy => policy.Statements.Any(s => s.Role == "decided") ? 0 : policy.Statements.Any(s => s.Role == "near") ? 1 : 2);
    }

    private static ExplainedStatement Of(StatementTrace trace, string text, StatementReference[] matched)
    {
        var statement = trace.Statement.Statement;
        var isDecisive = matched.Any(m => m.Type == trace.Statement.Type && m.Index == trace.Statement.Index && ReferenceEquals(m.Document, trace.Statement.Document));
        var role = isDecisive ? "decided" : !trace.IsMatch && trace.Conditions.Count > 0 ? "near" : "aside";
        var summary = isDecisive ? $"This statement decided: {statement.Effect}"
            : trace.IsMatch ? "It matches, and others decided"
            : role == "near" ? "Everything matches but a condition"
            : trace.Principal == false ? "It names another principal"
            : trace.Action == false ? "It names other actions"
            : trace.Resource == false ? "It names other resources"
            : "It does not match";
        return new(
            string.IsNullOrEmpty(statement.Sid) ? FormattableString.Invariant($"{trace.Statement.Index}") : statement.Sid,
            statement.Effect.ToString(),
            role,
            summary,
            text,
            [.. trace.Conditions.AsSpan().ToArray().Select(Of)]);
    }

    private static ExplainedCondition Of(ConditionTrace condition)
    {
        var wants = $"{condition.Operator} {string.Join(" or ", (IEnumerable<string>)condition.PolicyValues)}";
        var has = condition.RequestValue.IsAbsent ? "is not known" : $"is {condition.RequestValue}";
        return new($"{(condition.Holds ? "✓" : "✗")} {condition.Key} {has}; asked for: {wants}", condition.Holds);
    }

    /// <summary>Each statement of a document as indented JSON.</summary>
    private static string[] TextsOf(PolicyDocument document)
    {
        using var json = JsonDocument.Parse(document.ToJson());
        var statements = json.RootElement.GetProperty("Statement");
        return statements.ValueKind == JsonValueKind.Array ? [.. statements.EnumerateArray().Select(Indented)] : [Indented(statements)];
    }

    private static string Indented(JsonElement element)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            element.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
