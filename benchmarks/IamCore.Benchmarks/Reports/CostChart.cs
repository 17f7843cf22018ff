using System.Globalization;
using System.Text;

namespace IamCore.Benchmarks.Reports;

/// <summary>Draws cost against the number of statements, both axes logarithmic, as SVG.</summary>
internal static class CostChart
{
    private const int Width = 720;
    private const int Height = 420;
    private const int Left = 76;
    private const int Right = 170;
    private const int Top = 46;
    private const int Bottom = 52;

    /// <param name="curves">A name, a colour and points (statements, nanoseconds); at least one point in all.</param>
    public static string Draw(IReadOnlyList<Curve> curves)
    {
        var points = curves.SelectMany(curve => curve.Points).ToArray();
        var x = new LogAxis(points.Min(point => point.Statements), points.Max(point => point.Statements), Left, Width - Right);
        var y = new LogAxis(points.Min(point => point.Nanoseconds), points.Max(point => point.Nanoseconds), Height - Bottom, Top);
        var svg = new StringBuilder();
        Add(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"system-ui, sans-serif\" font-size=\"13\">");
        Add(svg, $"<title>Time of a decision against the number of statements</title>");
        Add(svg, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>");
        Add(svg, $"<text x=\"{Left}\" y=\"24\" font-size=\"15\" fill=\"#1f2328\">Time of a decision against the number of statements</text>");
        foreach (var power in x.Powers)
        {
            Add(svg, $"<line x1=\"{x.At(power):0.#}\" y1=\"{Top}\" x2=\"{x.At(power):0.#}\" y2=\"{Height - Bottom}\" stroke=\"#e3e6ea\"/>");
            Add(svg, $"<text x=\"{x.At(power):0.#}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\" fill=\"#57606a\">{power:#,0}</text>");
        }

        foreach (var power in y.Powers)
        {
            Add(svg, $"<line x1=\"{Left}\" y1=\"{y.At(power):0.#}\" x2=\"{Width - Right}\" y2=\"{y.At(power):0.#}\" stroke=\"#e3e6ea\"/>");
            Add(svg, $"<text x=\"{Left - 8}\" y=\"{y.At(power) + 4:0.#}\" text-anchor=\"end\" fill=\"#57606a\">{Time(power)}</text>");
        }

        Add(svg, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 12}\" text-anchor=\"middle\" fill=\"#57606a\">statements that bear on the request</text>");
        foreach (var curve in curves.Where(curve => curve.Points.Count > 0))
        {
            Draw(svg, curve, x, y);
        }

        svg.Append("</svg>\n");
        return svg.ToString();
    }

    private static void Draw(StringBuilder svg, Curve curve, LogAxis x, LogAxis y)
    {
        var path = string.Join(' ', curve.Points.Select(point => Text($"{x.At(point.Statements):0.#},{y.At(point.Nanoseconds):0.#}")));
        Add(svg, $"<polyline points=\"{path}\" fill=\"none\" stroke=\"{curve.Colour}\" stroke-width=\"2\"/>");
        foreach (var (statements, nanoseconds) in curve.Points)
        {
            Add(svg, $"<circle cx=\"{x.At(statements):0.#}\" cy=\"{y.At(nanoseconds):0.#}\" r=\"3.5\" fill=\"{curve.Colour}\"/>");
        }

        var last = curve.Points[^1];
        Add(svg, $"<text x=\"{x.At(last.Statements) + 10:0.#}\" y=\"{y.At(last.Nanoseconds) + 4:0.#}\" fill=\"{curve.Colour}\">{curve.Name} {Time(last.Nanoseconds)}</text>");
    }

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        >= 1e6 => Text($"{nanoseconds / 1e6:0.##} ms"),
        >= 1e3 => Text($"{nanoseconds / 1e3:0.##} µs"),
        _ => Text($"{nanoseconds:0} ns"),
    };

    private static void Add(StringBuilder svg, FormattableString line) => svg.Append(Text(line)).Append('\n');

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Maps a range, widened to whole powers of ten, to pixels.</summary>
    private readonly struct LogAxis(double from, double to, double start, double end)
    {
        private readonly double _low = Math.Floor(Math.Log10(from) + 1e-9);
        private readonly double _high = Math.Max(Math.Ceiling(Math.Log10(to) - 1e-9), Math.Floor(Math.Log10(from) + 1e-9) + 1);

        public IEnumerable<double> Powers
        {
            get
            {
                var low = (int)_low;
                return Enumerable.Range(low, (int)_high - low + 1).Select(exponent => Math.Pow(10, exponent));
            }
        }

        public double At(double value) => start + ((Math.Log10(value) - _low) / (_high - _low) * (end - start));
    }
}

/// <summary>A line of the chart.</summary>
/// <param name="Name">Stands at its end; plain text without markup.</param>
/// <param name="Colour">A colour of SVG.</param>
/// <param name="Points">In the order of statements.</param>
internal sealed record Curve(string Name, string Colour, IReadOnlyList<(int Statements, double Nanoseconds)> Points);
