using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Returns the credential report if one was generated within the last four hours; otherwise fails with <c>ReportNotPresent</c> or
/// <c>ReportExpired</c> (CR-077).
/// </summary>
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
