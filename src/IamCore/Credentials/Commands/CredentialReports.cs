using IamCore.Administration;
using IamCore.Credentials;

namespace IamCore;

/// <summary>How far the making of a report has come (CR-077). The default is not at all.</summary>
public enum ReportState : byte
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It was just begun.</summary>
    Started,

    /// <summary>It is being made.</summary>
    InProgress,

    /// <summary>It can be read.</summary>
    Complete,
}

/// <summary>A report as read (CR-077).</summary>
/// <param name="Content">CSV.</param>
/// <param name="ReportFormat"><c>text/csv</c></param>
/// <param name="GeneratedTime">When it was made, UTC.</param>
public sealed record CredentialReportContent(string Content, string ReportFormat, DateTimeOffset GeneratedTime);

/// <summary>
/// Makes a report on all credentials of the account, unless one younger than four hours is there (CR-077). In this process it is complete
/// when the call returns.
/// </summary>
public sealed record GenerateCredentialReport : IamCommand<ReportState>
{
    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<ReportState> ApplyAsync(AdministrationWork work)
    {
        var key = CredentialReport.KeyOf(work.AccountId);
        var former = await work.FindAsync<CredentialReport>(key).ConfigureAwait(false);
        if (former is null || CredentialReports.IsExpired(former, work.Now))
        {
            var content = await CredentialReportWriter.WriteAsync(work).ConfigureAwait(false);
            work.Put(new CredentialReport { Id = key.Id, Account = work.AccountId, Content = content, GeneratedTime = work.Now });
        }

        return ReportState.Complete;
    }
}

/// <summary>Reads the report of the last four hours (CR-077).</summary>
public sealed record GetCredentialReport : IamQuery<CredentialReportContent>
{
    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<CredentialReportContent> ApplyAsync(AdministrationWork work)
    {
        var report = await work.FindAsync<CredentialReport>(CredentialReport.KeyOf(work.AccountId)).ConfigureAwait(false)
            ?? throw new IamException(IamErrorCode.ReportNotPresent, "The credential report has not been generated.", "CR-077");
        return CredentialReports.IsExpired(report, work.Now)
            ? throw new IamException(IamErrorCode.ReportExpired, "The credential report has expired. Generate a new one.", "CR-077")
            : new(report.Content, "text/csv", report.GeneratedTime);
    }
}

/// <summary>What both have in common.</summary>
file static class CredentialReports
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(4);

    public static bool IsExpired(CredentialReport report, DateTimeOffset now) => now - report.GeneratedTime >= Life;
}
