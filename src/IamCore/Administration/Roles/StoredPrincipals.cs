using System.Text;
using IamCore.Configuration;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>
/// Converts users and roles in policies between unique ids, as stored, and current ARNs, as shown to people (ID-167 to ID-171).
/// </summary>
internal static class StoredPrincipals
{
    /// <summary>Returns the text with the users and roles of accounts in this directory replaced by their unique ids.</summary>
    /// <exception cref="IamException"><c>MalformedPolicyDocument</c>: one of them does not exist (ID-113).</exception>
    public static async ValueTask<PolicyText> ToIdsAsync(AdministrationWork work, PolicyText text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text.ToString());
        var replacements = new List<(PrincipalLocations.Location, string)>();
        foreach (var location in PrincipalLocations.Find(utf8))
        {
            if (await IdOfAsync(work, location.Value).ConfigureAwait(false) is { } id)
            {
                replacements.Add((location, id));
            }
        }

        return replacements.Count == 0 ? text : PrincipalLocations.Replace(utf8, replacements);
    }

    /// <summary>
    /// Returns the text with the ids of existing users and roles replaced by their current ARNs. Ids of deleted ones are kept.
    /// </summary>
    public static async ValueTask<PolicyText> ToArnsAsync(AdministrationWork work, PolicyText text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text.ToString());
        var replacements = new List<(PrincipalLocations.Location, string)>();
        foreach (var location in PrincipalLocations.Find(utf8))
        {
            if (KeyOf(location.Value) is { } key && await work.FindUntrackedAsync<IamEntity>(key).ConfigureAwait(false) is { } entity)
            {
                replacements.Add((location, entity.Arn));
            }
        }

        return replacements.Count == 0 ? text : PrincipalLocations.Replace(utf8, replacements);
    }

    /// <summary>Returns the role as shown to people.</summary>
    public static async ValueTask<IamRole> ShowAsync(AdministrationWork work, IamRole role) =>
        role with { TrustPolicy = await ToArnsAsync(work, role.TrustPolicy).ConfigureAwait(false) };

    /// <summary>Returns the key of the user or role with a unique id; null for any other text.</summary>
    public static ObjectKey? KeyOf(string principal) =>
        !principal.StartsWith("arn:", StringComparison.Ordinal) && UniqueId.KindOf(principal) is var kind and (ObjectKind.User or ObjectKind.Role)
            ? new ObjectKey(kind, principal) : null;

    private static async ValueTask<string?> IdOfAsync(AdministrationWork work, string value)
    {
        if (KeyOf(value) is { } key)
        {
            var isAccepted = work.Options.ForeignPrincipals == ForeignPrincipals.Accept && value.Length is >= 16 and <= UniqueId.MaxLength;
            return isAccepted || await work.FindAsync<IamEntity>(key).ConfigureAwait(false) is not null ? null : throw Invalid(value, "ID-171");
        }

        if (!Principal.TryParse(value, out var principal) || principal.Kind is not (PrincipalKind.User or PrincipalKind.Role))
        {
            return null;
        }

        if (await work.FindAsync<IamAccount>(new ObjectKey(ObjectKind.Account, principal.Account.ToString())).ConfigureAwait(false) is null)
        {
            return work.Options.ForeignPrincipals == ForeignPrincipals.Accept ? null : throw Invalid(value, "ID-113");
        }

        var name = principal.Kind == PrincipalKind.User
            ? DirectoryKeys.User(principal.Account, principal.Name!)
            : DirectoryKeys.Role(principal.Account, principal.Name!);
        var found = await work.FindAsync<IamEntity>(name).ConfigureAwait(false);
        return found?.Arn == value ? found.Id : throw Invalid(value, "ID-113");
    }

    private static IamException Invalid(string value, string rule) => IamErrors.Malformed($"Invalid principal in policy: \"AWS\":\"{value}\"", rule);
}
