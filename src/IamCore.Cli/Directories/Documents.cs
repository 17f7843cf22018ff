using IamCore.Policies;

namespace IamCore.Cli.Directories;

/// <summary>Compares documents by what they say.</summary>
internal static class Documents
{
    public static bool AreSame(string one, string other, PolicyType type) =>
        one == other
        || (PolicyDocument.TryParse(one, type, out var first, out _) && PolicyDocument.TryParse(other, type, out var second, out _) && first.ToJson() == second.ToJson());
}
