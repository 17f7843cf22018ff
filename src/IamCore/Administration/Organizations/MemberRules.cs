using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>What operations on member accounts have in common.</summary>
internal static class MemberRules
{
    public static void CheckId(ParameterCheck check, string? id) =>
        check.Require(id is not null && AccountId.IsValid(id), "AccountId", "must be 12 digits", "ID-015");

    public static async ValueTask<IamAccount> GetAsync(AdministrationWork work, Organization organization, string id) =>
        (IamAccount)await OrganizationTree.GetNodeAsync(work, organization, id).ConfigureAwait(false);
}
