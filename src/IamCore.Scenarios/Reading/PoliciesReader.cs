using IamCore.Policies;
using IamCore.Policies.Parsing;

namespace IamCore.Scenarios.Reading;

/// <summary>Reads the member <c>policies</c>.</summary>
internal sealed class PoliciesReader(FaultList faults)
{
    /// <summary>The policies, those in error left out.</summary>
    /// <param name="node">The value of <c>policies</c>; missing where not written.</param>
    /// <param name="isTrust">Whether documents under <c>resource</c> are trust policies (PL-014).</param>
    public ScenarioPolicies Read(JsonNode node, bool isTrust)
    {
        if (!ObjectReader.IsObject(node, "policies", faults))
        {
            return ScenarioPolicies.None;
        }

        var members = ObjectReader.Read(
            node, faults, "identity", "permissionsBoundary", "session", "resource", "serviceControl", "resourceControl", "vpcEndpoint");
        return new ScenarioPolicies
        {
            Identity = ReadList(members[0], PolicyType.Identity),
            PermissionsBoundary = ReadList(members[1], PolicyType.PermissionsBoundary),
            Session = ReadList(members[2], PolicyType.Session),
            Resource = ReadList(members[3], isTrust ? PolicyType.Trust : PolicyType.Resource),
            ServiceControl = ReadLevels(members[4], PolicyType.ServiceControl),
            ResourceControl = ReadLevels(members[5], PolicyType.ResourceControl),
            VpcEndpoint = ReadList(members[6], PolicyType.VpcEndpoint),
        };
    }

    private ValueList<ValueList<NamedPolicy>> ReadLevels(JsonNode node, PolicyType type)
    {
        var levels = new List<ValueList<NamedPolicy>>();
        if (ObjectReader.IsArray(node, Spelling.Of(type), faults))
        {
            foreach (var level in node.Items())
            {
                levels.Add(ReadList(level, type));
            }
        }

        return [.. levels];
    }

    private ValueList<NamedPolicy> ReadList(JsonNode node, PolicyType type)
    {
        var policies = new List<NamedPolicy>();
        var element = type == PolicyType.Trust ? Spelling.Of(PolicyType.Resource) : Spelling.Of(type);
        if (ObjectReader.IsArray(node, element, faults))
        {
            foreach (var item in node.Items())
            {
                if (ReadPolicy(item, type) is { } policy)
                {
                    policies.Add(policy);
                }
            }
        }

        return [.. policies];
    }

    /// <summary>A wrapper is told by its member <c>document</c>; anything else is the document itself.</summary>
    private NamedPolicy? ReadPolicy(JsonNode node, PolicyType type)
    {
        string? name = null;
        var document = node.Find("document");
        if (document.IsMissing)
        {
            document = node;
        }
        else
        {
            name = ObjectReader.Text(ObjectReader.Read(node, faults, "name", "document")[0], "name", faults);
        }

        return ReadDocument(document, type) is { } read ? new NamedPolicy(read, name) : null;
    }

    /// <summary>Paths, lines and columns of the document and its errors are those of the file.</summary>
    private PolicyDocument? ReadDocument(JsonNode node, PolicyType type)
    {
        var (line, column) = node.Position();
        var origin = new SourceOrigin(node.PathFrom(faults.Root), line, column);
        if (!PolicyReader.TryRead(node.Utf8, type, origin, out var document, out var found))
        {
            foreach (var fault in found)
            {
                faults.Add(fault);
            }
        }

        return document;
    }
}
