using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Checks the form of a directory user's fields.</summary>
internal static class UserFields
{
    public static void Check(
        ParameterCheck check, string? displayName, PersonName? name, string? email, ValueList<ExternalId>? externalIds, ValueList<UserAttribute>? attributes)
    {
        DirectoryRules.CheckText(check, displayName, "DisplayName", 1024);
        DirectoryRules.CheckText(check, name?.GivenName, "Name.GivenName", 1024);
        DirectoryRules.CheckText(check, name?.FamilyName, "Name.FamilyName", 1024);
        DirectoryRules.CheckEmail(check, email);
        DirectoryRules.CheckExternalIds(check, externalIds);
        DirectoryRules.CheckAttributes(check, attributes);
    }

    public static string? OrNull(string text) => text.Length == 0 ? null : text;
}
