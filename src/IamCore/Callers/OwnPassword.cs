using System.Text.Json;
using IamCore.Model;

namespace IamCore.Callers;

/// <summary>What an account's password policy grants its users: to change the own password and to read the policy (CR-015).</summary>
internal static class OwnPassword
{
    public static PolicySet PolicyOf(IamUser user) => PolicySet.Compile(
        PolicyType.Identity,
        new NamedPolicy(PolicySets.Read(PolicyType.Identity, TextOf(user.Arn)), "password policy") { Origin = "account password policy" });

    /// <summary>A path may have characters that mean something in patterns and in JSON.</summary>
    private static string TextOf(string arn)
    {
        var literal = arn.Replace("$", "${$}", StringComparison.Ordinal).Replace("*", "${*}", StringComparison.Ordinal).Replace("?", "${?}", StringComparison.Ordinal);
        return $$"""
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":"iam:ChangePassword","Resource":"{{JsonEncodedText.Encode(literal)}}"},
            {"Effect":"Allow","Action":"iam:GetAccountPasswordPolicy","Resource":"*"}]}
            """;
    }
}
