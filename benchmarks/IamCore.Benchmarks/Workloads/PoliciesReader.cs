using System.Text.Json;
using IamCore.Policies;

namespace IamCore.Benchmarks.Workloads;

/// <summary>Compiles the object <c>policies</c> of a file or of a line. The same text is compiled once.</summary>
internal sealed class PoliciesReader
{
    private readonly Dictionary<(PolicyType, string), PolicySet> _compiled = [];

    /// <summary>Adds the members of <paramref name="json"/> to <paramref name="policies"/>; a member there already is replaced.</summary>
    public ApplicablePolicies Read(ApplicablePolicies policies, JsonElement json)
    {
        foreach (var member in json.EnumerateObject())
        {
            policies = member.Name switch
            {
                "identity" => policies with { Identity = [Compile(PolicyType.Identity, member.Value)] },
                "permissionsBoundary" => policies with { PermissionsBoundary = Compile(PolicyType.PermissionsBoundary, member.Value) },
                "session" => policies with { Session = Compile(PolicyType.Session, member.Value) },
                "resource" => policies with { Resource = Compile(PolicyType.Resource, member.Value) },
                "serviceControl" => policies with
                {
                    ServiceControl = [.. member.Value.EnumerateArray().Select(level => Compile(PolicyType.ServiceControl, level))],
                },
                "resourceControl" => policies with
                {
                    ResourceControl = [.. member.Value.EnumerateArray().Select(level => Compile(PolicyType.ResourceControl, level))],
                },
                "vpcEndpoint" => policies with { VpcEndpoint = Compile(PolicyType.VpcEndpoint, member.Value) },
                _ => throw new FormatException($"\"{member.Name}\" is no policy type"),
            };
        }

        return policies;
    }

    /// <summary>One set of all documents of an array.</summary>
    public PolicySet Compile(PolicyType type, JsonElement array)
    {
        var key = (type, array.GetRawText());
        if (!_compiled.TryGetValue(key, out var set))
        {
            set = PolicySet.Compile(type, [.. array.EnumerateArray().Select(item => Read(type, item))]);
            _compiled.Add(key, set);
        }

        return set;
    }

    public static NamedPolicy Read(PolicyType type, JsonElement item)
    {
        var isNamed = item.TryGetProperty("document", out var document);
        var name = isNamed && item.TryGetProperty("name", out var given) ? given.GetString() : null;
        return new(PolicyDocument.Parse((isNamed ? document : item).GetRawText(), type), name);
    }
}
