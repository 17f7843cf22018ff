using IamCore.Errors;

namespace IamCore.Administration;

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

/// <summary>Paths that only services and Identity Center make (ID-063).</summary>
internal static class ReservedPaths
{
    public const string ServiceLinked = "/aws-service-role/";

    private const string Reserved = "/aws-reserved/";

    public static void Check(string? path)
    {
        if (path is not null && (path.StartsWith(ServiceLinked, StringComparison.Ordinal) || path.StartsWith(Reserved, StringComparison.Ordinal)))
        {
            throw Refusals.Invalid($"The path {path} is reserved.", "ID-063");
        }
    }
}
