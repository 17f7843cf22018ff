using IamCore.Administration;
using IamCore.Administration.Composites;
using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Cli.Directories;

/// <summary>Something that an account has and a file does not name.</summary>
/// <param name="Name">Kind and name, as people read them.</param>
/// <param name="Deletion">The operations that delete it, each with its line of the plan.</param>
internal sealed record UnwantedObject(string Name, IReadOnlyList<(string Line, Func<CommandSequence, CommandSequence> Add)> Deletion)
{
    /// <summary>What errors of deleting are said to be about: no place of the file, since it does not say a word of it.</summary>
    private const string Label = "--prune";

    /// <summary>In the order in which they can be deleted: roles and users, then the groups they were in, then the policies that were attached. Roles of services are the services'.</summary>
    public static IReadOnlyList<UnwantedObject> Of(WantedState wanted, StoredState stored) =>
    [
        .. Unnamed(stored.All<IamRole>().Where(r => !r.IsProtected), wanted.Roles).Select(r => Whole("role", r.Name, new DeleteRoleWithDependencies(r.Name))),
        .. Unnamed(stored.All<IamUser>(), wanted.Users).Select(u => Whole("user", u.Name, new DeleteUserWithDependencies(u.Name))),
        .. Unnamed(stored.All<IamGroup>(), wanted.Groups).Select(g => Whole("group", g.Name, new DeleteGroupWithDependencies(g.Name))),
        .. Unnamed(stored.All<ManagedPolicy>(), wanted.Policies).Select(OfPolicy),
    ];

    private static IEnumerable<T> Unnamed<T>(IEnumerable<T> all, IEnumerable<WantedObject> wanted)
        where T : AccountObject => all.Where(o => !wanted.Any(w => DirectoryKeys.Fold(w.Name) == DirectoryKeys.Fold(o.Name)));

    private static UnwantedObject OfPolicy(ManagedPolicy policy) => new($"policy {policy.Name}",
    [
        .. policy.Versions.ToArray().Where(v => v.VersionId != policy.DefaultVersionId).Select(v =>
            Step($"delete version {v.VersionId} of policy {policy.Name}", new DeletePolicyVersion(policy.Arn, v.VersionId))),
        Step($"delete policy {policy.Name}", new DeletePolicy(policy.Arn)),
    ]);

    private static UnwantedObject Whole<T>(string noun, string name, IamCommand<T> delete) => new($"{noun} {name}", [Step($"delete {noun} {name}", delete)]);

    private static (string, Func<CommandSequence, CommandSequence>) Step<T>(string line, IamCommand<T> command) => (line, commands => commands.Then(command, Label));
}
