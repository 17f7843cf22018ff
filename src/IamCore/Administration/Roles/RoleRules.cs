using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>What operations on roles have in common.</summary>
internal static class RoleRules
{
    /// <summary>The range of session durations (ID-106, ID-217).</summary>
    public static void CheckDuration(ParameterCheck check, int? seconds) => check.Range(
        seconds, "MaxSessionDuration", IamRole.DefaultMaxSessionDuration, check.Quotas.ValueOf(Quota.MaxSessionDuration), "ID-217");

    /// <summary>Asks about a role, with the boundary it has now (ID-240).</summary>
    public static async ValueTask AuthorizeAsync(AdministrationWork work, string action, string name) =>
        await work.CheckAsync(await IdentityRules<IamRole>.CheckAsync(work, action, name).ConfigureAwait(false)).ConfigureAwait(false);
}
