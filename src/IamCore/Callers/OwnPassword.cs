using System.Text.Json;
using IamCore.Model;

namespace IamCore.Callers;

/// <summary>
/// The permissions that an account's password policy can grant its users: to change their own password and read the policy (CR-015).
/// </summary>
internal static class OwnPassword
{
    public static PolicySet PolicyOf(IamUser user) => PolicySet.Compile(
        PolicyType.Identity,
        new NamedPolicy(PolicySets.Read(PolicyType.Identity, TextOf(user.Arn)), "password policy") { Origin = "account password policy" });

    /// <summary>Returns the policy with the ARN escaped for patterns and for JSON.</summary>
    private static string TextOf(string arn)
    {
        // Wildcards and $ in a path must be taken literally: otherwise they would let a user change the passwords of others.
        var literal = arn.Replace("$", "${$}", StringComparison.Ordinal).Replace("*", "${*}", StringComparison.Ordinal).Replace("?", "${?}", StringComparison.Ordinal);
        return $$"""
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":"iam:ChangePassword","Resource":"{{JsonEncodedText.Encode(literal)}}"},
            {"Effect":"Allow","Action":"iam:GetAccountPasswordPolicy","Resource":"*"}]}
            """;
    }
}
