using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>Rules shared by the operations on roles.</summary>
internal static class RoleRules
{
    /// <summary>Checks the range of a session duration (ID-106, ID-217).</summary>
    public static void CheckDuration(ParameterCheck check, int? seconds) => check.Range(
        seconds, "MaxSessionDuration", IamRole.DefaultMaxSessionDuration, check.Quotas.ValueOf(Quota.MaxSessionDuration), "ID-217");

    /// <summary>Checks the caller for a role, with the role's current boundary (ID-240).</summary>
    public static async ValueTask AuthorizeAsync(AdministrationWork work, string action, string name) =>
        await work.CheckAsync(await IdentityRules<IamRole>.CheckAsync(work, action, name).ConfigureAwait(false)).ConfigureAwait(false);
}
