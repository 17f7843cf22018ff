using System.Text.Json;
using IamCore.Policies.Linting;
using IamCore.Policies.Linting.Catalog;

namespace IamCore.Policies.Tests.Linting;

/// <summary>Options of the case files, and the catalogs they speak of.</summary>
internal static class LintOptions
{
    /// <summary>The services <c>docs</c>, <c>iam</c>, <c>s3</c> and <c>sqs</c> as the files of <c>Catalogs</c> declare them.</summary>
    public static ServiceCatalog Catalog { get; } = ServiceCatalog.Merge(LoadAll());

    public static ServiceCatalog Load(string name)
    {
        var catalog = ServiceCatalog.Load(File.ReadAllBytes(Path.Combine(Folder, name + ".json")), out var diagnostics);
        Assert.DoesNotContain(diagnostics, d => d.Severity == CatalogSeverity.Error);
        return catalog;
    }

    public static PolicyType TypeOf(string name) => Enum.Parse<PolicyType>(name, ignoreCase: true);

    public static ValidationOptions Of(PolicyType type) => new(type) { Catalog = Catalog };

    public static ValidationOptions Read(string type, JsonElement? element)
    {
        var options = Of(TypeOf(type));
        if (element is not { } members)
        {
            return options;
        }

        foreach (var member in members.EnumerateObject())
        {
            options = member.Name switch
            {
                "catalog" => options with { Catalog = member.Value.GetString() == "none" ? ServiceCatalog.BuiltIn : Load(member.Value.GetString()!) },
                "mode" => options with { CatalogMode = Enum.Parse<CatalogMode>(member.Value.GetString()!, ignoreCase: true) },
                "scpGrammar" => options with { ScpGrammar = Enum.Parse<ScpGrammar>(member.Value.GetString()!, ignoreCase: true) },
                "packs" => options with { Packs = Enum.Parse<RulePacks>(member.Value.GetString()!, ignoreCase: true) },
                "resourceType" => options with { ResourceType = member.Value.GetString() },
                "suppress" => options with { Suppress = [.. member.Value.EnumerateArray().Select(v => v.GetString()!)] },
                "quotas" => options with { Quotas = Quotas(member.Value) },
                _ => throw new InvalidDataException($"Unknown option {member.Name}"),
            };
        }

        return options;
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Linting", "Catalogs");

    private static PolicyQuotas Quotas(JsonElement element)
    {
        var quotas = PolicyQuotas.Default;
        foreach (var quota in element.EnumerateObject())
        {
            var value = quota.Value.GetInt32();
            quotas = quota.Name switch
            {
                "managedPolicy" => quotas with { ManagedPolicy = value },
                "resourcePolicy" => quotas with { ResourcePolicy = value },
                "trustPolicy" => quotas with { TrustPolicy = value },
                "serviceControlPolicy" => quotas with { ServiceControlPolicy = value },
                "resourceControlPolicy" => quotas with { ResourceControlPolicy = value },
                _ => throw new InvalidDataException($"Unknown quota {quota.Name}"),
            };
        }

        return quotas;
    }

    private static ServiceCatalog[] LoadAll() =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(f => Load(Path.GetFileNameWithoutExtension(f)))];
}
