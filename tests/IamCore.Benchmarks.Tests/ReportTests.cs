using System.Text.Json;
using System.Xml.Linq;
using IamCore.Benchmarks.Quick;
using IamCore.Benchmarks.Reports;
using IamCore.Cli.Measuring;

namespace IamCore.Benchmarks.Tests;

public sealed class ReportTests
{
    [Fact]
    public void A_ratio_is_the_median_of_the_ratios_of_rounds()
    {
        var floor = new Measurement("floor", [10, 100, 20], 0);
        var engine = new Measurement("IamCore", [30, 200, 80], 0);
        Assert.Equal(3, engine.RatioTo(floor));
        Assert.Equal(80, engine.Nanoseconds);
    }

    [Fact]
    public void A_row_is_one_line_of_json_with_the_agreed_members()
    {
        var row = new QuickRow("IamCore", "w4-10-last", 101.234, 0, 4.2188, 0.01);
        Assert.Equal("""{"engine":"IamCore","workload":"w4-10-last","ns":101.23,"alloc":0,"floorRatio":4.219}""", row.ToJson());
        using var json = JsonDocument.Parse(row.ToJson());
        Assert.Equal("w4-10-last", json.RootElement.GetProperty("workload").GetString());
    }

    [Fact]
    public void Timing_counts_allocations_and_tells_slow_from_fast()
    {
        var plan = new TimingPlan(5, 3, TimeSpan.FromMilliseconds(0.2), TimeSpan.FromMilliseconds(20));
        var measured = InterleavedTiming.Run([Candidate("few", 10), Candidate("many", 10_000)], plan);
        Assert.Equal(["few", "many"], measured.Select(measurement => measurement.Name));
        Assert.Equal(5, measured[0].Rounds.Count);
        Assert.True(measured[1].RatioTo(measured[0]) > 5);
        // An array has its length and a header besides its bytes.
        Assert.InRange(measured[0].BytesPerOperation, 10, 10 + 32);
        Assert.InRange(measured[1].BytesPerOperation, 10_000, 10_000 + 32);

        static Candidate Candidate(string name, int size) => new(name, 1, passes =>
        {
            var sum = 0L;
            for (var pass = 0; pass < passes; pass++)
            {
                sum += new byte[size].Count(item => item == 0);
            }

            return sum;
        });
    }

    [Fact]
    public void The_floor_allocates_nothing()
    {
        var plan = new TimingPlan(5, 3, TimeSpan.FromMilliseconds(0.2), TimeSpan.FromMilliseconds(20));
        Assert.Equal(0, InterleavedTiming.Run([Floor.Standard.ToCandidate("floor")], plan)[0].BytesPerOperation);
    }

    [Fact]
    public void The_picture_has_a_line_and_a_name_for_each_curve_inside_its_frame()
    {
        var svg = XElement.Parse(CostChart.Draw([new("IamCore", "#0969da", [(10, 80), (10_000, 95.5)]), new("linear scan", "#cf222e", [(10, 160), (10_000, 190_000)])]));
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal(2, svg.Elements(ns + "polyline").Count());
        Assert.Equal(4, svg.Elements(ns + "circle").Count());
        Assert.Contains(svg.Elements(ns + "text"), text => text.Value == "linear scan 190 µs");
        Assert.All(svg.Elements(ns + "circle"), circle => Assert.InRange((double)circle.Attribute("cy")!, 0, 420));
        // Ten and ten thousand stand at the two ends of the axis.
        Assert.Equal([76, 550], svg.Elements(ns + "circle").Take(2).Select(circle => (double)circle.Attribute("cx")!));
    }

    [Fact]
    public void The_report_replaces_what_stands_between_its_marks_and_nothing_else() =>
        Assert.Equal(
            "before\n<!-- report -->\n\nnew\n\n<!-- end of report -->\nafter\n",
            ReportFolder.Replace("before\n<!-- report -->\nold\n<!-- end of report -->\nafter\n", "new"));

    [Fact]
    public void A_file_without_marks_is_refused() =>
        Assert.Throws<FormatException>(() => ReportFolder.Replace("text", "new"));

    [Fact]
    public void A_table_lines_up_and_puts_figures_at_the_right() =>
        Assert.Equal(
            "| name |  ns |\n| ---- | --: |\n| a    | 100 |\n| long |   1 |\n",
            TextTable.Format(["name", "ns"], 1, [["a", "100"], ["long", "1"]]));
}
