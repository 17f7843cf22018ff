using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Generates a report on all credentials of the account, unless there is one that is less than four hours old (CR-077). The report is
/// complete
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
