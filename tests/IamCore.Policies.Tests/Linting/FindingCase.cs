using System.Text;
using System.Text.Json;
using IamCore.Policies.Linting;

namespace IamCore.Policies.Tests.Linting;

/// <summary>
/// One file of <c>Cases</c>: policies on which a code must fire, with the places between <c>/*&lt;*/</c> and <c>/*&gt;*/</c>, and policies on
/// which it must not (VA-801).
/// </summary>
public sealed class FindingCase
{
    private static readonly JsonDocumentOptions WithMarks = new() { CommentHandling = JsonCommentHandling.Skip };

    private FindingCase(JsonElement root)
    {
        Code = root.GetProperty("code").GetString()!;
        Rule = root.GetProperty("rule").GetString()!;
        Type = root.GetProperty("type").GetString()!;
        Fires = [.. root.GetProperty("fires").EnumerateArray().Select(e => new Example(root, e))];
        Silent = [.. root.GetProperty("silent").EnumerateArray().Select(e => new Example(root, e))];
    }

    public string Code { get; }

    public string Rule { get; }

    public string Type { get; }

    public IReadOnlyList<Example> Fires { get; }

    public IReadOnlyList<Example> Silent { get; }

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Linting", "Cases");

    public static IReadOnlyList<FindingCase> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(Load)];

    public static FindingCase Of(string code) => All.Single(c => c.Code == code);

    private static FindingCase Load(string file)
    {
        // The reader takes comments everywhere but between a name and its colon.
        var text = File.ReadAllText(file).Replace("/*>*/:", ":/*>*/", StringComparison.Ordinal);
        using var document = JsonDocument.Parse(text, WithMarks);
        return new FindingCase(document.RootElement);
    }

    /// <summary>One policy with what is expected of it.</summary>
    public sealed class Example
    {
        private const string Open = "/*<*/", Close = "/*>*/";

        public Example(JsonElement file, JsonElement example)
        {
            var policy = example.GetProperty("policy");
            (Text, Spans) = TakeMarks(policy.ValueKind == JsonValueKind.String ? policy.GetString()! : policy.GetRawText());
            Path = Optional(example, "path")?.GetString();
            ParserCode = Optional(example, "parserCode")?.GetString();
            Type = Optional(example, "type")?.GetString() ?? file.GetProperty("type").GetString()!;
            Arguments = Optional(example, "arguments") is { } arguments
                ? arguments.EnumerateObject().ToDictionary(a => a.Name, a => a.Value.GetString()!, StringComparer.Ordinal) : [];
            Substring = Optional(example, "substring") is { } part ? (part[0].GetInt32(), part[1].GetInt32()) : null;
            At = Optional(example, "at") is { } at ? (at[0].GetInt32(), at[1].GetInt32()) : null;
            var type = (Optional(example, "policyType") ?? file.GetProperty("policyType")).GetString()!;
            Options = LintOptions.Read(type, Optional(example, "options") ?? Optional(file, "options"));
        }

        public string Text { get; }

        /// <summary>The marked places, in document order, as offsets in UTF-16 code units.</summary>
        public IReadOnlyList<(int Start, int End)> Spans { get; }

        public string? Path { get; }

        public string? ParserCode { get; }

        public string Type { get; }

        public Dictionary<string, string> Arguments { get; }

        public (int Start, int Length)? Substring { get; }

        /// <summary>Line and column, where nothing is marked.</summary>
        public (int Line, int Column)? At { get; }

        public ValidationOptions Options { get; }

        /// <summary>Counts lines and columns as VA-012 says, without the help of the code under test.</summary>
        public TextPoint PointAt(int offset)
        {
            int line = 1, start = 0;
            for (var i = 0; i < offset; i++)
            {
                if (Text[i] == '\n' || (Text[i] == '\r' && !(i + 1 < Text.Length && Text[i + 1] == '\n')))
                {
                    line++;
                    start = i + 1;
                }
            }

            return new TextPoint(line, offset - start, offset);
        }

        private static JsonElement? Optional(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : null;

        private static (string Text, List<(int Start, int End)> Spans) TakeMarks(string marked)
        {
            var text = new StringBuilder();
            var spans = new List<(int, int)>();
            var start = -1;
            for (var i = 0; i < marked.Length;)
            {
                if (marked.AsSpan(i).StartsWith(Open, StringComparison.Ordinal))
                {
                    start = text.Length;
                    i += Open.Length;
                }
                else if (marked.AsSpan(i).StartsWith(Close, StringComparison.Ordinal))
                {
                    spans.Add((start, text.Length - (text.Length > start && text[^1] == ':' ? 1 : 0)));
                    i += Close.Length;
                }
                else
                {
                    text.Append(marked[i++]);
                }
            }

            return (text.ToString(), spans);
        }
    }
}
