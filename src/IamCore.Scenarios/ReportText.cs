using System.Text;

namespace IamCore.Scenarios;

/// <summary>Text for people, with colours where the reader's terminal takes them.</summary>
/// <param name="useColour">Whether to write ANSI colour sequences.</param>
internal sealed class ReportText(bool useColour)
{
    private readonly StringBuilder _text = new();

    /// <summary>Text from outside is printed with control characters shown as <c>\u001B</c>: a scenario cannot steer the terminal.</summary>
    public ReportText Append(string text, Tone tone = Tone.Plain)
    {
        if (useColour && tone != Tone.Plain)
        {
            _text.Append("\e[").Append(CodeOf(tone)).Append('m');
            AppendSafe(text);
            _text.Append("\e[0m");
        }
        else
        {
            AppendSafe(text);
        }

        return this;
    }

    public ReportText Line(string text = "", Tone tone = Tone.Plain)
    {
        if (text.Length > 0)
        {
            _ = Append(text, tone);
        }

        _text.Append('\n');
        return this;
    }

    public override string ToString() => _text.ToString();

    private static string CodeOf(Tone tone) => tone switch
    {
        Tone.Strong => "1",
        Tone.Good => "32",
        Tone.Bad => "31",
        Tone.Faint => "2",
        _ => "0",
    };

    private void AppendSafe(string text)
    {
        foreach (var c in text)
        {
            _ = char.IsControl(c)
                ? _text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:X4}")
                : _text.Append(c);
        }
    }
}
