using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>Derives the category of a role (ID-121).</summary>
internal static class RoleCategories
{
    public static RoleCategory Of(IamRole role) => role.Owner switch
    {
        RoleOwner.Service => RoleCategory.ServiceLinked,
        RoleOwner.IdentityCenter => RoleCategory.IdentityCenter,
        _ => role.TrustPolicy.TryRead(PolicyType.Trust, out var document, out _) ? OfTrust(document) : RoleCategory.Standard,
    };

    private static RoleCategory OfTrust(PolicyDocument document)
    {
        var types = ((IEnumerable<Statement>)document.Statements)
            .Where(s => s.Effect == Effect.Allow)
            .SelectMany(s => (IEnumerable<PrincipalEntry>)(s.Principal?.Entries ?? []))
            .Select(e => e.Type).Distinct().ToList();
        return types switch
        {
            [PrincipalEntryType.Service] => RoleCategory.Service,
            [PrincipalEntryType.Federated] => RoleCategory.Federated,
            _ => RoleCategory.Standard,
        };
    }
}
