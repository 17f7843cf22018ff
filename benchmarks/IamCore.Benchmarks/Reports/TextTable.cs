using System.Text;

namespace IamCore.Benchmarks.Reports;

/// <summary>A table in Markdown whose columns line up as plain text too; figures stand at the right.</summary>
internal static class TextTable
{
    /// <param name="headers">The header cells.</param>
    /// <param name="figures">Index of the first column of figures.</param>
    /// <param name="rows">The rows, each with as many cells as there are headers.</param>
    public static string Format(string[] headers, int figures, IReadOnlyList<string[]> rows)
    {
        var widths = headers.Select((header, i) => rows.Select(row => row[i].Length).Append(header.Length).Append(3).Max()).ToArray();
        var text = new StringBuilder();
        Append(headers);
        Append([.. widths.Select((width, i) => i < figures ? new string('-', width) : new string('-', width - 1) + ":")]);
        foreach (var row in rows)
        {
            Append(row);
        }

        return text.ToString();

        void Append(string[] cells)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                text.Append("| ").Append(i < figures ? cells[i].PadRight(widths[i]) : cells[i].PadLeft(widths[i])).Append(' ');
            }

            text.Append("|\n");
        }
    }
}
