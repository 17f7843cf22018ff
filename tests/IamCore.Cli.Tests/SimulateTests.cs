using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IamCore.Cli.Tests;

/// <summary><c>iamcore simulate</c> (scenario-format.md).</summary>
public sealed class SimulateTests
{
    private const string Line = """{ "name": "a", "request": { "principal": "*", "action": "docs:Read", "resource": "*" } }""";
    private const string Answer = """{"name":"a","decision":"implicitDeny","deniedBy":["resource"],"matched":[],"missingContext":[]}""";

    [Fact]
    public void Lines_are_answered_in_order_with_errors_in_place()
    {
        var run = CliRun.With($"{Line}\nnonsense\n\n{Line}\n", "simulate", "-", "--format", "jsonl");
        Assert.Equal(
            string.Join('\n', Answer, """{"error":{"code":"InvalidScenario","message":"The scenario is not valid JSON: unexpected \"o\"","path":"$","line":2,"column":2}}""", Answer, ""),
            run.Output);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("iamcore: 1 scenario is in error\n", run.Error);
    }

    [Theory]
    [InlineData("jsonl", Answer + "\n")]
    [InlineData("json", "[\n  " + Answer + "\n]\n")]
    public void A_document_on_standard_input_is_answered_too(string format, string expected) =>
        Assert.Equal(expected, CliRun.With($"[\n{Line}\n]", "simulate", "-", "--format", format).Output);

    [Theory]
    [InlineData("json", "[]\n")]
    [InlineData("jsonl", "")]
    [InlineData("text", "")]
    public void No_questions_have_no_answers(string format, string expected) =>
        Assert.Equal((0, expected), (CliRun.With("", "simulate", "-", "--format", format).ExitCode, CliRun.With("", "simulate", "-", "--format", format).Output));

    [Fact]
    public void Several_files_are_one_array()
    {
        var run = CliRun.With(Line, "simulate", "Files/mixed.json", "-", "Files/mixed.json", "--format", "json");
        using var answers = JsonDocument.Parse(run.Output);
        Assert.Equal(4 + 1 + 4, answers.RootElement.GetArrayLength());
    }

    [Fact]
    public void Answers_are_given_out_before_the_tool_waits_for_more()
    {
        using var output = new StringWriter();
        using var buffer = new CountingWriter(output);
        using var input = new Conversation(Encoding.UTF8.GetBytes(Line + "\n"), () => output.ToString());
        using var error = new StringWriter();
        var console = new CliConsole { Input = input, Output = buffer, Error = error };
        Assert.Equal(0, Tool.Run(["simulate", "-", "--format", "jsonl"], console));
        Assert.Equal(["", Answer + "\n", Answer + "\n" + Answer + "\n"], input.SeenBeforeReading);
    }

    [Fact]
    public void Twenty_thousand_lines_are_answered_line_for_line()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
        {
            text.Append(i % 10 == 3 ? "{" : Line.Replace("\"a\"", $"\"{i}\"", StringComparison.Ordinal)).Append('\n');
        }

        var answers = CliRun.With(text.ToString(), "simulate", "-", "--format", "jsonl").Output.TrimEnd('\n').Split('\n');
        Assert.Equal(20_000, answers.Length);
        for (var i = 0; i < answers.Length; i++)
        {
            var expected = i % 10 == 3 ? $"\"line\":{(i + 1).ToString(CultureInfo.InvariantCulture)}," : $"\"name\":\"{i.ToString(CultureInfo.InvariantCulture)}\"";
            Assert.Contains(expected, answers[i], StringComparison.Ordinal);
        }
    }

    /// <summary>Hands over one line a read, noting what had been answered by then; ends after two lines.</summary>
    private sealed class Conversation(byte[] line, Func<string> answered) : Stream
    {
        public List<string> SeenBeforeReading { get; } = [];

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            SeenBeforeReading.Add(answered());
            if (SeenBeforeReading.Count > 2)
            {
                return 0;
            }

            line.CopyTo(buffer, offset);
            return line.Length;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>Holds everything back until it is flushed, as a pipe's writer does.</summary>
    private sealed class CountingWriter(TextWriter inner) : TextWriter(CultureInfo.InvariantCulture)
    {
        private readonly StringBuilder _held = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => _held.Append(value);

        public override void Flush()
        {
            inner.Write(_held.ToString());
            _held.Clear();
        }
    }
}
