using System.Runtime.InteropServices;
using System.Text.Json;
using IamCore.Policies;

namespace IamCore.Benchmarks.Workloads;

/// <summary>
/// A directory of users in groups: a question is first resolved from the principal to its policies. The set of a group is compiled once
/// and shared by its members.
/// </summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Questions">The questions, without policies.</param>
/// <param name="ByPrincipal">The policies of every user, by principal, whose hash is kept with it.</param>
/// <param name="GroupsByPrincipal">The names of the groups of every user, by ARN.</param>
internal sealed record DirectoryWorkload(
    string Name,
    Question[] Questions,
    Dictionary<Principal, ApplicablePolicies> ByPrincipal,
    Dictionary<string, string[]> GroupsByPrincipal)
{
    /// <summary>The sets of the groups, by name.</summary>
    public required IReadOnlyDictionary<string, PolicySet> Groups { get; init; }

    public static bool TryRead(WorkloadFiles files, string name, out DirectoryWorkload? workload)
    {
        workload = null;
        if (!files.Has($"{name}.directory.json") || !files.Has($"{name}.requests.jsonl"))
        {
            return false;
        }

        using var directory = JsonDocument.Parse(files.Read($"{name}.directory.json"));
        var account = directory.RootElement.GetProperty("account").GetString();
        var groups = directory.RootElement.GetProperty("groups").EnumerateObject()
            .ToDictionary(group => group.Name, group => PolicySet.Compile(PolicyType.Identity, PoliciesReader.Read(PolicyType.Identity, group.Value)));
        var members = directory.RootElement.GetProperty("users").EnumerateObject().ToDictionary(
            user => $"arn:aws:iam::{account}:user/{user.Name}",
            user => user.Value.EnumerateArray().Select(group => group.GetString()!).ToArray());
        var sets = new Dictionary<string, ApplicablePolicies>();
        var policies = members.ToDictionary(user => Principal.Parse(user.Key), user => Shared(sets, user.Value, groups));
        var questions = files.ReadLines($"{name}.requests.jsonl").Select(Read).ToArray();
        workload = new(name, questions, policies, members) { Groups = groups };
        return true;
    }

    /// <summary>Users in the same groups share the list of their sets, too.</summary>
    private static ApplicablePolicies Shared(Dictionary<string, ApplicablePolicies> known, string[] names, Dictionary<string, PolicySet> groups)
    {
        ref var policies = ref CollectionsMarshal.GetValueRefOrAddDefault(known, string.Join(' ', names), out var isKnown);
        policies = isKnown ? policies : new ApplicablePolicies { Identity = [.. names.Select(name => groups[name])] };
        return policies;
    }

    private static Question Read(ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        return new(
            json.RootElement.GetProperty("name").GetString()!,
            RequestReader.Read(json.RootElement.GetProperty("request")).ToRequest(),
            default,
            RequestReader.Expected(json.RootElement));
    }
}
