using IamCore.Cli.Directories;
using IamCore.Model;

namespace IamCore.Cli.Commands.Directory;

/// <summary>Users, groups and roles as people name them.</summary>
internal static class PrincipalNames
{
    public static string ArnOf(StoredState state, string who) => who.StartsWith("arn:", StringComparison.Ordinal) ? who
        : state.Find<IamUser>(who)?.Arn ?? throw new InputException($"There is no user {who}; name a group or role by its ARN");
}
