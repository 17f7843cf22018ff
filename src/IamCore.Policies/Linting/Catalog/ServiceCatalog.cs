using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace IamCore.Policies.Linting.Catalog;

/// <summary>
/// What services there are, with their actions, resource types and condition keys: AWS's service reference documents and those an
/// application declares for itself in the same format (VA-201 to VA-220). Immutable and safe for concurrent use. Nothing is ever fetched.
/// </summary>
public sealed class ServiceCatalog : IEquatable<ServiceCatalog>
{
    private static readonly string[] AwsPartitions =
        ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"];

    private readonly Dictionary<string, ServiceEntry> _services = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ServiceEntry>.AlternateLookup<ReadOnlySpan<char>> _servicesBySpan;
    private readonly KeyTable _keys = new();
    private readonly KeyTable _wellKnown = new();
    private readonly Dictionary<string, ResourceTypeEntry> _resourceTypes = new(StringComparer.OrdinalIgnoreCase);

    internal ServiceCatalog(ValueList<CatalogService> services, ValueList<CatalogConditionKey> globalKeys)
    {
        Services = services;
        GlobalKeys = globalKeys;
        _servicesBySpan = _services.GetAlternateLookup<ReadOnlySpan<char>>();
        Partitions = new HashSet<string>(AwsPartitions, StringComparer.Ordinal);
        Regions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in Linting.Catalog.GlobalKeys.WellKnown)
        {
            _wellKnown.Add(new KeyEntry(key));
        }

        foreach (var service in services)
        {
            AddService(service);
        }

        // Global keys come last: a service that declares one for its resources does not change what it is.
        foreach (var key in Linting.Catalog.GlobalKeys.All)
        {
            _keys.Add(new KeyEntry(key));
        }

        foreach (var key in globalKeys)
        {
            _keys.Add(new KeyEntry(key));
        }
    }

    /// <summary>The catalog that knows the global condition keys and no service (VA-220).</summary>
    public static ServiceCatalog BuiltIn { get; } = new([], []);

    /// <summary>The services in the order they were added; prefixes are unique without regard to case.</summary>
    public ValueList<CatalogService> Services { get; }

    /// <summary>Global condition keys beside the built-in ones, or in place of one of the same name.</summary>
    public ValueList<CatalogConditionKey> GlobalKeys { get; }

    /// <summary>Partitions that ARNs may name: AWS's and the declared ones (VA-133).</summary>
    internal HashSet<string> Partitions { get; }

    /// <summary>Regions the services declare; none: regions are not checked (VA-135).</summary>
    internal HashSet<string> Regions { get; }

    /// <summary>Whether some service comes from AWS's own documents.</summary>
    internal bool HasAwsService { get; private set; }

    /// <summary>Service principals the services declare.</summary>
    internal HashSet<string> ServicePrincipals { get; } = new(StringComparer.Ordinal);

    /// <summary>A builder for services declared in code.</summary>
    public static ServiceCatalogBuilder CreateBuilder() => new();

    /// <summary>Reads one document in AWS's service reference format (VA-202), or one with global condition keys only (VA-903).</summary>
    /// <param name="utf8Json">The document in UTF-8; a byte order mark at the start is skipped.</param>
    /// <param name="diagnostics">What is odd about it, in document order (VA-209). On malformed JSON one error, and the catalog is empty.</param>
    public static ServiceCatalog Load(ReadOnlySpan<byte> utf8Json, out ValueList<CatalogDiagnostic> diagnostics) =>
        new CatalogReader(utf8Json.ToArray()).Read(out diagnostics);

    /// <inheritdoc cref="Load(ReadOnlySpan{byte}, out ValueList{CatalogDiagnostic})"/>
    public static ServiceCatalog Load(string json, out ValueList<CatalogDiagnostic> diagnostics) =>
        Load(System.Text.Encoding.UTF8.GetBytes(json), out diagnostics);

    /// <summary>Unites catalogs; of the same action, resource or key the later declaration wins, with a diagnostic where they differ (VA-210).</summary>
    public static ServiceCatalog Merge(IEnumerable<ServiceCatalog> catalogs, out ValueList<CatalogDiagnostic> diagnostics) =>
        CatalogMerger.Merge(catalogs, out diagnostics);

    /// <summary>Unites catalogs; later declarations win.</summary>
    public static ServiceCatalog Merge(params IEnumerable<ServiceCatalog> catalogs) => Merge(catalogs, out _);

    /// <summary>Finds a service by its prefix, without regard to case.</summary>
    public bool TryGetService(string prefix, [NotNullWhen(true)] out CatalogService? service)
    {
        service = FindService(prefix)?.Service;
        return service is not null;
    }

    /// <summary>Writes the document of one service, in the form that <see cref="Load(string, out ValueList{CatalogDiagnostic})"/> reads to an equal one.</summary>
    /// <exception cref="ArgumentException">The catalog has no such service.</exception>
    public void Save(string prefix, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var entry = FindService(prefix) ?? throw new ArgumentException($"The catalog has no service {prefix}", nameof(prefix));
        CatalogWriter.Write(entry.Service, writer);
    }

    /// <summary>The document of one service as indented text.</summary>
    /// <exception cref="ArgumentException">The catalog has no such service.</exception>
    public string Save(string prefix)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            Save(prefix, writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <inheritdoc />
    public bool Equals(ServiceCatalog? other) =>
        other is not null && Services.Equals(other.Services) && GlobalKeys.Equals(other.GlobalKeys);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ServiceCatalog);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Services, GlobalKeys);

    internal ServiceEntry? FindService(ReadOnlySpan<char> prefix) => _servicesBySpan.TryGetValue(prefix, out var entry) ? entry : null;

    internal IEnumerable<string> ServicePrefixes => _services.Keys;

    /// <summary>A global key, or one that any service declares.</summary>
    internal KeyEntry? FindKey(string key) => _keys.TryFind(key, out var entry) ? entry : null;

    /// <summary>What is known of a key of AWS that checks treat specially, declared or not.</summary>
    internal KeyEntry? FindWellKnownKey(string key) => _wellKnown.TryFind(key, out var entry) ? entry : null;

    /// <summary>Whether the key is a family's stem without a name after it (VA-148).</summary>
    internal bool IsBareStem(string key) => _keys.IsBareStem(key);

    internal IEnumerable<string> KeyNames => _keys.Names;

    /// <summary>The resource type that <see cref="ValidationOptions.ResourceType"/> names, by its type name or as <c>prefix:resource</c>.</summary>
    internal ResourceTypeEntry? FindResourceType(string name)
    {
        if (_resourceTypes.TryGetValue(name, out var entry))
        {
            return entry;
        }

        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && FindService(name.AsSpan(0, colon)) is { } service && service.FindResource(name[(colon + 1)..]) is { } resource
            ? new ResourceTypeEntry(service, resource)
            : AwsResourceTypes.Find(this, name);
    }

    private void AddService(CatalogService service)
    {
        var entry = new ServiceEntry(service);
        _services[service.Name] = entry;
        HasAwsService |= service.IsAws;
        Partitions.UnionWith(service.Partitions);
        Regions.UnionWith(service.Regions);
        ServicePrincipals.UnionWith(service.ServicePrincipals);
        foreach (var key in service.ConditionKeys)
        {
            _keys.Add(new KeyEntry(key));
        }

        foreach (var resource in entry.Resources)
        {
            if (resource.Resource.TypeName is { } typeName)
            {
                _resourceTypes[typeName] = new ResourceTypeEntry(entry, resource);
            }
        }
    }
}
