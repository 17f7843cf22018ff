using IamCore.Policies.Parsing;

namespace IamCore.Policies.Linting.Catalog;

/// <summary>
/// Reads a service reference document (VA-202, VA-207). Unknown members are ignored everywhere; a member of the wrong shape is left out
/// with a diagnostic.
/// </summary>
internal sealed class CatalogReader(byte[] utf8)
{
    private const string Extension = "x-iamcore";

    private readonly byte[] _utf8 = utf8.AsSpan().StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
    private readonly List<CatalogDiagnostic> _diagnostics = [];
    private SourceTree _tree = null!;
    private SourceText? _text;

    public ServiceCatalog Read(out ValueList<CatalogDiagnostic> diagnostics)
    {
        var catalog = Read();
        diagnostics = [.. _diagnostics];
        return catalog;
    }

    private ServiceCatalog Read()
    {
        if (!SourceTree.TryRead(_utf8, out var tree, out var offset, out var error))
        {
            Note("CAT_JSON", CatalogSeverity.Error, $"The document is not valid JSON: {error}", "$", offset);
            return ServiceCatalog.BuiltIn;
        }

        _tree = tree;
        var node = new CatalogNode(this, _tree, 0);
        if (IsIndex() || node.Has("SDK"u8))
        {
            // AWS's index of documents and its mapping of SDK clients (VA-201): nothing of them is needed here.
            return ServiceCatalog.BuiltIn;
        }

        if (_tree[0].Kind != SourceKind.Object)
        {
            Note("CAT_JSON", CatalogSeverity.Error, "The document is not an object", "$", 0);
            return ServiceCatalog.BuiltIn;
        }

        if (node.Text("Name"u8) is not { Length: > 0 } name)
        {
            if (!node.Has("ConditionKeys"u8))
            {
                Note("CAT_NAME_MISMATCH", CatalogSeverity.Error, "The document has no Name", "$", 0);
                return ServiceCatalog.BuiltIn;
            }

            return new ServiceCatalog([], Keys(node));
        }

        return new ServiceCatalog([Service(node, name)], []);
    }

    private bool IsIndex()
    {
        if (_tree[0].Kind != SourceKind.Array)
        {
            return false;
        }

        foreach (var child in _tree.ChildrenOf(0))
        {
            if (_tree[child].Kind != SourceKind.Object || _tree.Find(child, "service"u8) < 0)
            {
                return false;
            }
        }

        return true;
    }

    internal void Note(string code, CatalogSeverity severity, string message, int node)
    {
        var path = SourcePath.Of(_tree, node);
        ref readonly var n = ref _tree[node];
        Note(code, severity, message, path, n.Start);
    }

    private void Note(string code, CatalogSeverity severity, string message, string path, int offset)
    {
        _text ??= new SourceText(_utf8);
        _diagnostics.Add(new CatalogDiagnostic(code, severity, message, path, _text.PlaceOf(offset).Line + 1));
    }

    private CatalogService Service(CatalogNode node, string name)
    {
        var more = node.Child(Extension);
        var resources = new List<CatalogResource>();
        foreach (var item in node.Objects("Resources"u8))
        {
            if (item.Text("Name"u8) is { Length: > 0 } resourceName)
            {
                resources.Add(Resource(item, resourceName));
            }
        }

        var keys = Keys(node);
        var knownKeys = new KeyTable();
        foreach (var key in keys)
        {
            knownKeys.Add(new KeyEntry(key));
        }

        var resourceNames = new HashSet<string>(resources.Select(r => r.Name), StringComparer.OrdinalIgnoreCase);
        var actions = new Dictionary<string, CatalogAction>(StringComparer.OrdinalIgnoreCase);
        var order = new List<string>();
        foreach (var item in node.Objects("Actions"u8))
        {
            if (item.Text("Name"u8) is not { Length: > 0 } actionName)
            {
                continue;
            }

            var colon = actionName.IndexOf(':', StringComparison.Ordinal);
            if (colon >= 0)
            {
                Note("CAT_NAME_MISMATCH", CatalogSeverity.Warning, $"The action {actionName} stands under {name}: names of actions have no prefix", item.Node);
                actionName = actionName[(colon + 1)..];
            }

            if (actions.ContainsKey(actionName))
            {
                Note("CAT_DUPLICATE_ACTION", CatalogSeverity.Warning, $"The action {actionName} is declared twice; the later declaration holds", item.Node);
            }
            else
            {
                order.Add(actionName);
            }

            var action = Action(item, actionName);
            actions[actionName] = action;
            CheckReferences(item, action, resourceNames, knownKeys);
        }

        return new CatalogService
        {
            Name = name,
            Version = node.Text("Version"u8),
            Actions = [.. order.Select(n => actions[n])],
            ConditionKeys = keys,
            Operations = [.. Operations(node)],
            Resources = [.. resources],
            IsAws = !more.Exists,
            Complete = more.Flag("Complete"u8),
            Title = more.Text("Title"u8),
            Partitions = more.Texts("Partitions"u8),
            Regions = more.Texts("Regions"u8),
            ServicePrincipals = more.Texts("ServicePrincipals"u8),
            SupportsRcp = more.Flag("SupportsRcp"u8) ?? false,
            DelegationActions =
            [
                .. more.Objects("DelegationActions"u8)
                    .Select(d => new DelegationAction(d.Text("Action"u8) ?? "", d.Text("GuardKey"u8) ?? "")).Where(d => d.Action.Length > 0),
            ],
        };
    }

    private void CheckReferences(CatalogNode item, CatalogAction action, HashSet<string> resources, KeyTable keys)
    {
        foreach (var resource in action.Resources)
        {
            if (!resources.Contains(resource))
            {
                Note("CAT_UNKNOWN_RESOURCE", CatalogSeverity.Warning, $"The action {action.Name} takes {resource}, which is not declared", item.Node);
            }
        }

        foreach (var key in action.ConditionKeys)
        {
            if (!keys.TryFind(key, out _) && !keys.Names.Contains(KeyEntry.StemOf(key) ?? key, StringComparer.OrdinalIgnoreCase)
                && ServiceCatalog.BuiltIn.FindKey(key) is null && !ServiceCatalog.BuiltIn.IsBareStem(KeyEntry.StemOf(key) ?? key))
            {
                Note("CAT_UNKNOWN_KEY", CatalogSeverity.Info, $"The action {action.Name} supports {key}, which is not declared", item.Node);
            }
        }
    }

    private static CatalogAction Action(CatalogNode item, string name)
    {
        var more = item.Child(Extension);
        var annotations = item.Child("Annotations").Child("Properties");
        var supported = item.Child("SupportedBy");
        return new CatalogAction
        {
            Name = name,
            ConditionKeys = item.Texts("ActionConditionKeys"u8),
            Properties = annotations.Exists
                ? new ActionProperties(
                    annotations.Flag("IsList"u8) ?? false, annotations.Flag("IsPermissionManagement"u8) ?? false,
                    annotations.Flag("IsTaggingOnly"u8) ?? false, annotations.Flag("IsWrite"u8) ?? false)
                : null,
            Resources = [.. item.Objects("Resources"u8).Select(r => r.Text("Name"u8)).OfType<string>()],
            SupportedBy = [.. supported.Members().Where(m => m.AsFlag() is not null).Select(m => new SupportedFeature(m.Name, m.AsFlag()!.Value))],
            DeclaredAccessLevel = AccessLevelNames.Parse(more.Text("AccessLevel"u8)),
            DependentActions = [.. more.Texts("DependentActions"u8).Union(item.Texts("DependentActions"u8), StringComparer.OrdinalIgnoreCase)],
            Description = more.Text("Description"u8),
            RequiredResources = more.Texts("RequiredResources"u8),
            ReturnsCredentials = more.Flag("ReturnsCredentials"u8) ?? false,
            PermissionOnly = more.Flag("PermissionOnly"u8) ?? false,
        };
    }

    private CatalogResource Resource(CatalogNode item, string name)
    {
        var more = item.Child(Extension);
        var formats = item.Texts("ARNFormats"u8);
        foreach (var format in formats)
        {
            if (ArnFormat.TryParse(format) is null)
            {
                Note("CAT_BAD_ARN_FORMAT", CatalogSeverity.Warning, $"\"{format}\" is no ARN of six fields", item.Node);
            }
        }

        return new CatalogResource
        {
            Name = name,
            ArnFormats = formats,
            ConditionKeys = item.Texts("ConditionKeys"u8),
            TypeName = more.Text("TypeName"u8),
            SubResources = more.Texts("SubResources"u8),
            PolicyActions = more.Texts("PolicyActions"u8),
            PolicySizeQuota = more.Number("PolicySizeQuota"u8),
            RequiresUniqueSids = more.Text("UniqueSids"u8) switch { "required" => true, "recommended" => false, _ => null },
            PublicTrustKeys = more.Texts("PublicTrustKeys"u8),
            EntityType = more.Text("EntityType"u8),
        };
    }

    private ValueList<CatalogConditionKey> Keys(CatalogNode node)
    {
        var keys = new List<CatalogConditionKey>();
        foreach (var item in node.Objects("ConditionKeys"u8))
        {
            if (item.Text("Name"u8) is not { Length: > 0 } name)
            {
                continue;
            }

            var types = item.Texts("Types"u8);
            foreach (var type in types)
            {
                if ((KeyTypeNames.Parse(type) & KeyTypes.Unknown) != 0)
                {
                    Note("CAT_UNKNOWN_TYPE", CatalogSeverity.Warning, $"{name} has the unknown type {type}", item.Node);
                }
            }

            var more = item.Child(Extension);
            keys.Add(new CatalogConditionKey
            {
                Name = name,
                Types = types,
                IsAlwaysPresent = more.Text("Availability"u8) switch { "always" => true, "optional" => false, _ => null },
                IsSensitive = more.Flag("Sensitive"u8) ?? false,
                IsCallerControlled = more.Flag("CallerControlled"u8) ?? false,
                PairedWith = more.Texts("PairedWith"u8),
                OnlyServices = more.Texts("OnlyServices"u8),
                RequiresActions = more.Texts("RequiresActions"u8),
                Format = KeyFormatNames.Parse(more.Text("Format"u8)),
                IrrelevantFor = more.Texts("IrrelevantFor"u8),
                Values = more.Texts("Values"u8),
                IsCaseSensitive = more.Flag("CaseSensitive"u8),
            });
        }

        return [.. keys];
    }

    private static IEnumerable<CatalogOperation> Operations(CatalogNode node)
    {
        foreach (var item in node.Objects("Operations"u8))
        {
            if (item.Text("Name"u8) is not { } name)
            {
                continue;
            }

            yield return new CatalogOperation
            {
                Name = name,
                AuthorizedActions =
                [
                    .. item.Objects("AuthorizedActions"u8).Select(a => new AuthorizedAction(
                        a.Text("Name"u8) ?? "", a.Text("Service"u8) ?? "",
                        [.. a.Child("Context").Members().Select(m => new ContextValues(m.Name, m.AsTexts()))])),
                ],
                Sdk =
                [
                    .. item.Objects("SDK"u8).Select(s => new SdkMethod(s.Text("Name"u8) ?? "", s.Text("Method"u8) ?? "", s.Text("Package"u8) ?? "")),
                ],
            };
        }
    }
}
