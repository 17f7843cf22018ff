using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Rules shared by the operations on member accounts.</summary>
internal static class MemberRules
{
    public static void CheckId(ParameterCheck check, string? id) =>
        check.Require(id is not null && AccountId.IsValid(id), "AccountId", "must be 12 digits", "ID-015");

    public static async ValueTask<IamAccount> GetAsync(AdministrationWork work, Organization organization, string id) =>
        (IamAccount)await OrganizationTree.GetNodeAsync(work, organization, id).ConfigureAwait(false);
}
