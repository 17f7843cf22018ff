using IamCore.Errors;

namespace IamCore.Administration.Reports;

/// <summary>Rules shared by the operations on last-accessed reports.</summary>
internal static class AccessJobRules
{
    public static void Check(ParameterCheck check, string? id) => check.Require(id is { Length: 36 }, "JobId", "must have 36 characters", "ID-267");

    public static AccessJob Get(AdministrationWork work, string id)
    {
        var job = work.AccessJobs.Find(id);
        if (job is null || job.Account != work.AccountId)
        {
            throw IamErrors.Missing("job", id, "ID-267");
        }

        return !work.IsAuthorized || job.Creator == work.Caller!.PrincipalId
            ? job : throw new IamException(IamErrorCode.AccessDenied, "Only the principal that created the job may read it.", "ID-267");
    }
}
