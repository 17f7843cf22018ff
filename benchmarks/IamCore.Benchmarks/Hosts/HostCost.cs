using System.Globalization;
using IamCore.Benchmarks.Reports;
using IamCore.Cli.Measuring;

namespace IamCore.Benchmarks.Hosts;

/// <summary>What IamCore adds to a request in ASP.NET Core, beside what the framework does in any case: <c>--host</c>.</summary>
internal static class HostCost
{
    public static string Measure(TimingPlan plan)
    {
        var requests = SignedRequests.Create();
        var requirements = new Requirements();
        var authentication = InterleavedTiming.Run(
            [
                Of("framework-free", () => requests.Authenticate().Length),
                Of("the scheme's handler", () => requests.AuthenticateByHandler()!.Length),
                Of("the scheme, by the framework's service", () => requests.AuthenticateByScheme()!.Length),
                Of("framework's own part: a scheme with its answer ready", () => requests.AuthenticateByEmptyScheme()!.Length),
                Of("framework-free and then that scheme", () => requests.AuthenticateAndEmptyScheme()!.Length),
                Of("signature alone, the secret at hand", () => requests.VerifySignature() ? 1 : 0),
            ],
            plan);
        var authorization = InterleavedTiming.Run(
            [
                Of("framework, a requirement met without looking", () => requirements.IsMet() ? 1 : 0),
                Of("framework, a role and a claim", () => requirements.HasRoleAndClaim() ? 1 : 0),
                Of("IamCore, an action on a resource of the route", () => requirements.IsAllowed() ? 1 : 0),
            ],
            plan);
        using var framework = WebServer.InProcess("framework");
        using var iam = WebServer.InProcess("iam");
        var pipeline = InterleavedTiming.Run(
            [
                Of("framework, RequireAuthorization with a role and a claim", framework.Ask),
                Of("IamCore, RequireIam", iam.Ask),
            ],
            plan);
        var least = authentication[2].RatioTo(authentication[4]).ToString("0.00", CultureInfo.InvariantCulture);
        return $"{Table("authentication of a small signed request", authentication)}The scheme: {least} times the framework-free verification and then a scheme with its answer ready\n\n{Table("authorization of a request", authorization)}\n{Table("a whole request, without a network", pipeline)}";
    }

    private static Candidate Of(string name, Func<int> run) => new(name, 1, passes =>
    {
        var sum = 0L;
        for (var pass = 0; pass < passes; pass++)
        {
            sum += run();
        }

        return sum;
    });

    private static string Table(string what, Measurement[] measured) => TextTable.Format(
        [what, "ns", "×", "B", "±"],
        1,
        [.. measured.Select(row => (string[])[
            row.Name,
            row.Nanoseconds.ToString("#,0", CultureInfo.InvariantCulture),
            row.RatioTo(measured[0]).ToString("0.00", CultureInfo.InvariantCulture),
            row.BytesPerOperation.ToString("#,0", CultureInfo.InvariantCulture),
            row.Spread.ToString("0 %", CultureInfo.InvariantCulture)])]);
}
