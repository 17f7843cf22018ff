namespace IamCore.Scenarios.Reading;

/// <summary>Distinguishes JSON Lines from a document of several lines, reading no further than necessary.</summary>
internal static class InputShape
{
    private const string Blanks = " \t\r\n";

    /// <summary>
    /// Whether each line of the input is a scenario. Nothing is used up. The input is a document where its first value stretches over
    /// several lines, or is all there is. Where that value breaks off in a later line, the input is taken as lines if one of those
    /// lines is a scenario, so that a first line cut short does not hide the others. An empty input has no lines.
    /// </summary>
    public static bool IsLines(InputBuffer input)
    {
        var prefix = new JsonPrefix();
        var (start, fed) = (0, 0);
        var (isFirst, hasScenario) = (true, false);
        while (TryFindLineEnd(input, start, out var end))
        {
            var shape = prefix.Feed(input.Pending[fed..end], out var consumed);
            var line = input.Pending[start..end];
            fed += consumed;
            start = end;
            if (IsBlank(line))
            {
                continue;
            }

            if (isFirst && shape != JsonPrefix.Shape.Incomplete)
            {
                return shape == JsonPrefix.Shape.Broken || IsScenario(line) || HasMore(input, end);
            }

            hasScenario |= !isFirst && IsScenario(line);
            if (shape != JsonPrefix.Shape.Incomplete)
            {
                return shape == JsonPrefix.Shape.Broken && hasScenario;
            }

            isFirst = false;
        }

        return hasScenario || isFirst;
    }

    public static bool IsBlank(ReadOnlySpan<byte> line)
    {
        foreach (var b in line)
        {
            if (!Blanks.Contains((char)b, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryFindLineEnd(InputBuffer input, int start, out int end)
    {
        var searched = start;
        while (true)
        {
            var found = input.Pending[searched..].IndexOfAny((byte)'\n', (byte)'\r');
            if (found >= 0)
            {
                end = searched + found + 1;
                return true;
            }

            searched = input.Pending.Length;
            if (searched > start + InputBuffer.MaxLine || !input.Fill())
            {
                end = searched;
                return end > start;
            }
        }
    }

    private static bool IsScenario(ReadOnlySpan<byte> line) =>
        JsonText.TryRead(line.ToArray(), 1, out var text, out _) && !text!.Root.Find("request").IsMissing;

    private static bool HasMore(InputBuffer input, int from)
    {
        while (IsBlank(input.Pending[from..]))
        {
            from = input.Pending.Length;
            if (!input.Fill())
            {
                return false;
            }
        }

        return true;
    }
}
