using IamCore.Policies.Tests.Generation;

namespace IamCore.Policies.Tests.Linting;

/// <summary>The policies of the case files, bent out of shape: names and values swapped, pieces cut, doubled and put in.</summary>
internal sealed class MutatedPolicies(Rng rng)
{
    private static readonly string[] Texts = [.. FindingCase.All.SelectMany(c => c.Fires.Concat(c.Silent)).Select(e => e.Text)];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\uD800", "null", "5", "true", "[]", "{}", "\"\"", "\"*\"", "\"${\"", "\"${a b}\"", "\"arn:aws:s3\"", "\"s*:x\"", "\r\n", "\r",
        "\"Statement\":", "\"Effect\":\"Deny\",", "\"NotAction\":[],", "\"Principal\":\"x\",", "\"Null\":{\"a:b\":\"true\"},", "😀", "é",
    ];

    public string Next()
    {
        var text = rng.Pick(Texts);
        for (var changes = rng.Next(3); changes > 0; changes--)
        {
            text = Change(text);
        }

        return text;
    }

    private string Change(string text)
    {
        var at = rng.Next(text.Length + 1);
        var length = Math.Min(1 + rng.Next(20), text.Length - at);
        return rng.Next(6) switch
        {
            0 => text.Insert(at, rng.Pick(Pieces)),
            1 => text.Remove(at, length),
            2 => text.Insert(at, text.Substring(at, length)),
            _ => SwapString(text),
        };
    }

    /// <summary>A string of the text for one of another policy, or for a piece, so that the document mostly stays JSON.</summary>
    private string SwapString(string text)
    {
        var other = rng.Pick(Texts);
        var from = Strings(other);
        var to = Strings(text);
        if (from.Count == 0 || to.Count == 0)
        {
            return text;
        }

        var target = rng.Pick(to);
        var replacement = rng.Chance(70) ? other[rng.Pick(from)] : rng.Pick(Pieces);
        return string.Concat(text.AsSpan(..target.Start.Value), replacement, text.AsSpan(target.End.Value..));
    }

    /// <summary>Where strings stand, quotes included; good enough for texts without escaped quotes.</summary>
    private static List<Range> Strings(string text)
    {
        var found = new List<Range>();
        var start = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                continue;
            }

            if (start >= 0)
            {
                found.Add(start..(i + 1));
            }

            start = start >= 0 ? -1 : i;
        }

        return found;
    }
}
