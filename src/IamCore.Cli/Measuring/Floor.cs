using System.Collections.Frozen;
using System.Globalization;

namespace IamCore.Cli.Measuring;

/// <summary>
/// The look-ups that no decision can do without, done with what the framework has and nothing else: the action in a frozen dictionary
/// without regard to case, whether a resource of 60 characters starts with a prefix, the principal in a frozen dictionary. Costs are
/// told as multiples of this.
/// </summary>
internal sealed class Floor
{
    private static readonly string[] Actions =
    [
        "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:GetObjectTagging", "s3:PutObjectTagging", "s3:DeleteObjectTagging",
        "s3:GetObjectVersion", "s3:DeleteObjectVersion", "s3:GetObjectRetention", "s3:PutObjectRetention", "s3:AbortMultipartUpload",
        "s3:ListMultipartUploadParts", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "sqs:SendMessage",
    ];

    private readonly FrozenDictionary<string, int> _actions;
    private readonly FrozenDictionary<string, int> _principals;
    private readonly Question[] _questions;

    private Floor(Question[] questions)
    {
        _questions = questions;
        _actions = Numbered(questions.Select(question => question.Action), StringComparer.OrdinalIgnoreCase);
        _principals = Numbered(questions.Select(question => question.Principal), StringComparer.Ordinal);
    }

    /// <summary>The floor that ratios refer to: 64 questions about 16 actions and 16 principals, small enough to stay in the first cache.</summary>
    public static Floor Standard { get; } = new([.. Enumerable.Range(0, 64).Select(i => new Question(
        Actions[i % Actions.Length],
        Text($"arn:aws:s3:::app-{i % 20:00}-prod/team-{i % 8}/data/2026/part-{i:00000000}.json"),
        Text($"arn:aws:s3:::app-{i % 20:00}-prod/team-{i % 8}/"),
        Text($"arn:aws:iam::111111111111:role/App{i / 4:00}")))]);

    /// <summary>The same look-ups over other questions: what their mere number and size cost.</summary>
    public static Floor Over(IEnumerable<(string Action, string Resource, string Principal)> questions) =>
        new([.. questions.Select(question => new Question(
            question.Action, question.Resource, question.Resource[..(question.Resource.Length / 2)], question.Principal))]);

    /// <summary>To be timed.</summary>
    public Candidate ToCandidate(string name) => new(name, _questions.Length, Run);

    private static FrozenDictionary<string, int> Numbered(IEnumerable<string> names, StringComparer comparer) =>
        // Copies: a request's text is never the very object that the dictionary holds.
        names.Distinct(comparer).Select((name, i) => KeyValuePair.Create(new string(name.AsSpan()), i)).ToFrozenDictionary(comparer);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private long Run(int passes)
    {
        var sum = 0L;
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (ref readonly var question in _questions.AsSpan())
            {
                sum += LookUp(in question);
            }
        }

        return sum;
    }

    private int LookUp(in Question question) =>
        _actions.TryGetValue(question.Action, out var action)
        && question.Resource.StartsWith(question.Prefix, StringComparison.Ordinal)
        && _principals.TryGetValue(question.Principal, out var principal)
            ? action + principal
            : -1;

    /// <summary>One question, with the prefix that its resource is compared with.</summary>
    private readonly record struct Question(string Action, string Resource, string Prefix, string Principal);
}
