using System.Globalization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Scenarios;
using IamCore.Scenarios.Reading;

namespace IamCore.Cli.Directories;

/// <summary>Reads the file of <c>iamcore directory apply</c>, with all its errors.</summary>
internal sealed class WantedReader
{
    private readonly FaultList _faults;
    private readonly List<WantedFault> _documentFaults = [];

    private WantedReader(JsonNode root) => _faults = new(root);

    /// <summary>What the file wants; null where it has errors, which are then in document order.</summary>
    public static WantedState? Read(ReadOnlyMemory<byte> utf8, out IReadOnlyList<WantedFault> faults)
    {
        if (!JsonText.TryRead(ScenarioReader.WithoutMark(utf8), 1, out var text, out var fault))
        {
            faults = [Of(fault!)];
            return null;
        }

        var reader = new WantedReader(text!.Root);
        var state = reader.Read(text.Root);
        faults = [.. reader._faults.InOrder().ToArray().Select(Of).Concat(reader._documentFaults).OrderBy(f => f.Line).ThenBy(f => f.Column)];
        return faults.Count == 0 ? state : null;
    }

    private static WantedFault Of(ScenarioFault fault) => new(fault.Line, fault.Column, fault.Message);

    private WantedState? Read(JsonNode root)
    {
        if (!ObjectReader.IsObject(root, "The file", _faults))
        {
            return null;
        }

        var members = ObjectReader.Read(root, _faults, "account", "policies", "groups", "users", "roles");
        return new()
        {
            Account = ObjectReader.Text(members[0], "account", _faults),
            Policies = Items(members[1], "policies", Policy),
            Groups = Items(members[2], "groups", Group),
            Users = Items(members[3], "users", User),
            Roles = Items(members[4], "roles", Role),
        };
    }

    private List<T> Items<T>(JsonNode array, string element, Func<JsonNode, T?> read)
        where T : WantedObject
    {
        var items = new List<T>();
        if (!ObjectReader.IsArray(array, element, _faults))
        {
            return items;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in array.Items())
        {
            if (ObjectReader.IsObject(node, $"Each of {element}", _faults) && read(node) is { } item)
            {
                if (!seen.Add(item.Name))
                {
                    _faults.Add(node, $"\"{item.Name}\" appears more than once in {element}");
                }

                items.Add(item);
            }
        }

        return items;
    }

    private WantedPolicy? Policy(JsonNode node)
    {
        var members = ObjectReader.Read(node, _faults, "name", "path", "description", "tags", "document");
        var document = Document(members[4], node, "document", PolicyType.Identity);
        return Name(members[0], node) is { } name && document is not null
            ? new()
            {
                Name = name, Place = PlaceOf(node), Path = Text(members[1], "path"), Description = Text(members[2], "description"), Tags = Tags(members[3]), Document = document,
            }
            : null;
    }

    private WantedGroup? Group(JsonNode node)
    {
        var members = ObjectReader.Read(node, _faults, "name", "path", "managedPolicies", "inlinePolicies");
        var managed = References(members[2], "managedPolicies");
        var inline = Inline(members[3]);
        return Name(members[0], node) is { } name
            ? new() { Name = name, Place = PlaceOf(node), Path = Text(members[1], "path"), ManagedPolicies = managed, InlinePolicies = inline } : null;
    }

    private WantedUser? User(JsonNode node)
    {
        var members = ObjectReader.Read(node, _faults, "name", "path", "managedPolicies", "inlinePolicies", "permissionsBoundary", "tags", "kind", "groups");
        var managed = References(members[2], "managedPolicies");
        var inline = Inline(members[3]);
        var groups = References(members[7], "groups")?.Select(g => new WantedName(g.Name!, g.Place)).ToList();
        var kind = Kind(members[6]);
        return Name(members[0], node) is { } name
            ? new()
            {
                Name = name, Place = PlaceOf(node), Path = Text(members[1], "path"), ManagedPolicies = managed, InlinePolicies = inline,
                PermissionsBoundary = Boundary(members[4]), Tags = Tags(members[5]), Kind = kind, Groups = groups,
            }
            : null;
    }

    private WantedRole? Role(JsonNode node)
    {
        var members = ObjectReader.Read(
            node, _faults, "name", "path", "managedPolicies", "inlinePolicies", "permissionsBoundary", "tags", "description", "maxSessionDuration", "trustPolicy");
        var managed = References(members[2], "managedPolicies");
        var inline = Inline(members[3]);
        var trust = Document(members[8], node, "trustPolicy", PolicyType.Trust);
        return Name(members[0], node) is { } name && trust is not null
            ? new()
            {
                Name = name, Place = PlaceOf(node), Path = Text(members[1], "path"), ManagedPolicies = managed, InlinePolicies = inline,
                PermissionsBoundary = Boundary(members[4]), Tags = Tags(members[5]), Description = Text(members[6], "description"),
                MaxSessionDuration = Number(members[7], "maxSessionDuration"), TrustPolicy = trust,
            }
            : null;
    }

    private string? Name(JsonNode member, JsonNode owner)
    {
        ObjectReader.Require(member, owner, "The name is missing", _faults);
        return Text(member, "name");
    }

    private string? Text(JsonNode node, string element) => ObjectReader.Text(node, element, _faults);

    private int? Number(JsonNode node, string element)
    {
        if (node.IsMissing)
        {
            return null;
        }

        if (int.TryParse(node.RawText, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _faults.Add(node, $"{element} must be a whole number");
        return null;
    }

    private UserKind? Kind(JsonNode node)
    {
        if (Text(node, "kind") is not { } text)
        {
            return null;
        }

        if (text is nameof(UserKind.Unspecified) or nameof(UserKind.Human) or nameof(UserKind.Workload))
        {
            return Enum.Parse<UserKind>(text);
        }

        _faults.Add(node, $"kind must be Unspecified, Human or Workload, not \"{text}\"");
        return null;
    }

    private WantedReference? Reference(JsonNode node, string element) => Text(node, element) is { } text ? new(text, PlaceOf(node)) : null;

    /// <summary>A policy, or null for none.</summary>
    private WantedReference? Boundary(JsonNode node) => !node.IsMissing && node.RawText == "null" ? new(null, PlaceOf(node)) : Reference(node, "permissionsBoundary");

    private List<WantedReference>? References(JsonNode node, string element)
    {
        if (node.IsMissing || !ObjectReader.IsArray(node, element, _faults))
        {
            return null;
        }

        return [.. node.Items().Select(item => Reference(item, $"Each of {element}")).OfType<WantedReference>()];
    }

    private Dictionary<string, string>? Tags(JsonNode node)
    {
        if (node.IsMissing || !ObjectReader.IsObject(node, "tags", _faults))
        {
            return null;
        }

        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in node.Members())
        {
            if (!tags.TryAdd(name.Display(), Text(value, "Each tag") ?? ""))
            {
                _faults.Add(name, $"\"{name.Display()}\" appears more than once");
            }
        }

        return tags;
    }

    private Dictionary<string, WantedDocument>? Inline(JsonNode node)
    {
        if (node.IsMissing || !ObjectReader.IsObject(node, "inlinePolicies", _faults))
        {
            return null;
        }

        var policies = new Dictionary<string, WantedDocument>(StringComparer.Ordinal);
        foreach (var (name, value) in node.Members())
        {
            if (Document(value, node, name.Display(), PolicyType.Identity) is { } document && !policies.TryAdd(name.Display(), document))
            {
                _faults.Add(name, $"\"{name.Display()}\" appears more than once");
            }
        }

        return policies;
    }

    /// <summary>A document with its errors at their places in the file.</summary>
    private WantedDocument? Document(JsonNode node, JsonNode owner, string element, PolicyType type)
    {
        ObjectReader.Require(node, owner, $"The {element} is missing", _faults);
        if (node.IsMissing || !ObjectReader.IsObject(node, element, _faults))
        {
            return null;
        }

        var text = node.RawText;
        if (PolicyDocument.TryParse(text, type, out _, out var faults))
        {
            return new(text, PlaceOf(node));
        }

        var (line, column) = node.Position();
        foreach (var fault in faults)
        {
            _documentFaults.Add(new(line + fault.Line - 1, fault.Line == 1 ? column + fault.Column - 1 : fault.Column, $"{fault.Code} {fault.Message}"));
        }

        return null;
    }

    private static string PlaceOf(JsonNode node)
    {
        var (line, column) = node.Position();
        return FormattableString.Invariant($"{line},{column}");
    }
}
