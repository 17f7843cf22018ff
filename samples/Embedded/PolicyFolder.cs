using IamCore.Policies;

namespace Embedded;

/// <summary>The policy files of the service, read and compiled once at the start. A file with an error stops the start.</summary>
internal sealed class PolicyFolder
{
    private readonly Dictionary<string, PolicySet> _groups;
    private readonly Dictionary<string, PolicySet> _boundaries;

    public PolicyFolder(string folder)
    {
        Everyone = Read(Path.Combine(folder, "everyone.json"), PolicyType.Identity);
        _groups = ReadAll(Path.Combine(folder, "groups"), PolicyType.Identity);
        _boundaries = ReadAll(Path.Combine(folder, "boundaries"), PolicyType.PermissionsBoundary);
    }

    /// <summary>What holds for every user.</summary>
    private PolicySet Everyone { get; }

    /// <summary>All that bears on a user. Groups' sets are shared, not copied.</summary>
    public ApplicablePolicies For(AppUser user) => new()
    {
        Identity = [Everyone, .. user.Groups.Select(g => _groups[g])],
        PermissionsBoundary = user.Boundary is null ? null : _boundaries[user.Boundary],
    };

    private static Dictionary<string, PolicySet> ReadAll(string folder, PolicyType type) =>
        Directory.GetFiles(folder, "*.json").ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => Read(f, type));

    private static PolicySet Read(string file, PolicyType type) =>
        PolicySet.Compile(type, new NamedPolicy(PolicyDocument.Parse(File.ReadAllText(file), type), Path.GetFileNameWithoutExtension(file)));
}
