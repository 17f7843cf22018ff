using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IamCore.AspNetCore.Reporting;

/// <summary>What becomes of a refusal beside the answer: the log, the meter, the request's activity, and what the caller will be told.</summary>
internal sealed class DenialReports(
    IAuthorizer authorizer, IamMeter meter, ILoggerFactory loggers, IOptions<IamAspNetCoreOptions> options, IHostEnvironment environment)
{
    private readonly ILogger _logger = loggers.CreateLogger(DenialLog.Category);
    private readonly bool _explains = options.Value.ExplainDenials ?? environment.IsDevelopment();

    /// <summary>Whether the request carries a signature that was refused.</summary>
    public static bool HasFailedAuthentication(HttpContext http) => http.Features.Get<SignatureFailure>() is not null;

    /// <summary>Route values named no resource.</summary>
    public void Unnamed(HttpContext http, IamRequirement requirement)
    {
        meter.Refused("unnamed");
        DenialLog.Unnamed(_logger, requirement);
        http.Features.Set(new RequestDenial(null, requirement));
    }

    /// <summary>The user is nobody in the directory.</summary>
    public void Unmapped(ClaimsPrincipal user, HttpContext? http, IamRequirement requirement)
    {
        meter.Refused("unmapped");
        DenialLog.Unmapped(_logger, requirement, user.Identity?.AuthenticationType);
        http?.Features.Set(new RequestDenial(null, requirement));
    }

    /// <summary>The policies refused.</summary>
    public ValueTask DeniedAsync(IamDenial denial, HttpContext? http, IamRequirement requirement)
    {
        meter.Refused(denial.Result.Decision.Decision == Decision.ExplicitDeny ? "explicitDeny" : "implicitDeny");
        http?.Features.Set(new RequestDenial(denial, requirement));
        var activity = Activity.Current;
        activity?.SetTag("iamcore.action", denial.Question.Action.ToString());
        activity?.SetTag("iamcore.resource", denial.Question.Resource.ToString());
        activity?.SetTag("iamcore.denied", denial.Result.ToString());
        if (!_logger.IsEnabled(LogLevel.Information))
        {
            return default;
        }

        if (_explains)
        {
            return ExplainAsync(denial, http?.RequestAborted ?? default);
        }

        DenialLog.Denied(_logger, denial.Question.Principal.Text, denial.Question.Action.ToString(), denial.Question.Resource.ToString(), denial.Result);
        return default;
    }

    private async ValueTask ExplainAsync(IamDenial denial, CancellationToken cancellationToken)
    {
        var why = await authorizer.ExplainAsync(denial.Question, cancellationToken).ConfigureAwait(false);
        DenialLog.DeniedExplained(
            _logger,
            why.Principal.Text,
            denial.Question.Action.ToString(),
            denial.Question.Resource.ToString(),
            denial.Result,
            why.Explanation is null ? "" : string.Join(", ", why.Explanation.Matched.Select(Named)),
            why.Explanation is null ? "" : string.Join("; ", NearMisses(why.Explanation)),
            why.Explanation is null ? "" : string.Join(", ", (IEnumerable<string>)why.Explanation.MissingContext));
    }

    private static string Named(StatementReference statement) => statement.Origin is { } origin ? $"{statement} of {origin}" : statement.ToString();

    /// <summary>The allowing statements of which everything but conditions matched, with these.</summary>
    private static IEnumerable<string> NearMisses(Explanation explanation) =>
        from trace in explanation.Statements
        where !trace.IsMatch && trace.Statement.Statement.Effect == Effect.Allow && trace.Conditions.Count > 0
        let failed = trace.Conditions.Where(condition => !condition.Holds)
        select $"{Named(trace.Statement)} ({string.Join(", ", failed.Select(Told))})";

    private static string Told(ConditionTrace condition) => string.Create(
        CultureInfo.InvariantCulture, $"{condition.Key} is {condition.RequestValue}, needs {condition.Operator} {string.Join(" or ", (IEnumerable<string>)condition.PolicyValues)}");
}
