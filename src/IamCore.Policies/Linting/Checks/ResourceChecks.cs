using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Patterns;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Resource ARNs: their fields, and whether any resource of the catalog has such an ARN (VA-131 to VA-140, VA-150).</summary>
internal sealed class ResourceChecks(LintRun run)
{
    private const int Region = 3, Account = 4, Resource = 5;

    private readonly ResourceTypeEntry? _resourceType = run.IsResourceLike && run.ResourceType is { } type ? run.Catalog.FindResourceType(type) : null;

    public void Check(StatementView statement)
    {
        if (run.Type == PolicyType.Trust)
        {
            return;
        }

        Check(statement, statement.Resources);
        Check(statement, statement.NotResources);
    }

    private void Check(StatementView statement, ResourceView[] resources)
    {
        foreach (var resource in resources)
        {
            if (resource.IsStar)
            {
                continue;
            }

            if (!resource.IsWhole)
            {
                run.Report(Errors.MissingArnField, Place.Value(resource.Value.Node), ("value", resource.Value.Text), ("fields", "6")); // VA-951
            }

            CheckFields(statement, resource);
            CheckResourceType(resource);
        }

        RedundancyChecks.CheckResources(run, resources);
    }

    private void CheckFields(StatementView statement, ResourceView resource)
    {
        var service = run.Catalog.FindService(resource.Service);
        CheckServiceCase(statement, resource, service);
        if (service is null)
        {
            if (run.Options.CatalogMode == CatalogMode.Closed && !IsServiceOfCase(resource))
            {
                run.Report(Errors.InvalidService, At(resource, 2), ("service", resource.Service)); // VA-141
            }

            CheckAccount(resource, []);
            return;
        }

        if (!resource.IsOpen(resource.Partition) && !run.Catalog.Partitions.Contains(resource.Partition))
        {
            run.Report(
                Errors.InvalidPartition, At(resource, 1), ("service", resource.Service), ("partition", resource.Partition),
                ("partitions", string.Join(", ", run.Catalog.Partitions.Order(StringComparer.Ordinal))));
        }

        var formats = service.Resources.SelectMany(r => r.Formats).Where(f => f.Fields.Length > 0).ToArray();
        var candidates = formats.Where(f => PatternAlgebra.Intersects(f.Fields[Resource], resource.Pattern.Fields[Resource], run.Budget)).ToArray();
        CheckAccount(resource, candidates);
        CheckRegion(resource, candidates);
        if (candidates.Length > 0)
        {
            CheckAbsence(resource, candidates);
        }
        else if (formats.Length > 0 && ActionChecks.IsChecked(run, service))
        {
            run.Report(
                Errors.InvalidArnResource, At(resource, Resource), ("value", resource.Value.Text), ("service", service.Service.Name)); // VA-140
        }
    }

    /// <summary>VA-132.</summary>
    private void CheckServiceCase(StatementView statement, ResourceView resource, ServiceEntry? service)
    {
        if (!resource.Service.AsSpan().ContainsAnyInRange('A', 'Z'))
        {
            return;
        }

        var lower = resource.Service.ToLowerInvariant();
        if (service is not null || (run.Catalog.Services.Count == 0 && statement.Actions.Concat(statement.NotActions).Any(a => a.Service == lower)))
        {
            run.Report(Errors.InvalidArnServiceCase, At(resource, 2), ("service", resource.Service)).With("suggestion", lower);
        }
    }

    private bool IsServiceOfCase(ResourceView resource) => run.Catalog.FindService(resource.Service.ToLowerInvariant()) is not null;

    /// <summary>VA-134.</summary>
    private void CheckAccount(ResourceView resource, ArnFormat[] candidates)
    {
        var account = resource.Account;
        if (account.Length > 0 && account != "aws" && !resource.IsOpen(account) && !AccountId.IsValid(account)
            && !candidates.Any(f => f.Texts[Account] == account))
        {
            run.Report(Errors.InvalidArnAccount, At(resource, Account), ("account", account));
        }
    }

    /// <summary>VA-135.</summary>
    private void CheckRegion(ResourceView resource, ArnFormat[] candidates)
    {
        var region = resource.Region;
        if (region.Length > 0 && !resource.IsOpen(region) && run.Catalog.Regions.Count > 0 && !run.Catalog.Regions.Contains(region)
            && candidates.Any(f => f.Texts[Region] == "${Region}"))
        {
            run.Report(Errors.InvalidArnRegion, At(resource, Region), ("region", region)).With("suggestion", run.Suggest(region, run.Catalog.Regions));
        }
    }

    /// <summary>Fields that must be there, and fields that must not (VA-136 to VA-139).</summary>
    private void CheckAbsence(ResourceView resource, ArnFormat[] candidates)
    {
        if (resource.Region is not ("" or "*") && candidates.All(f => f.Texts[Region].Length == 0))
        {
            run.Report(Errors.ArnRegionNotAllowed, At(resource, Region), ("service", resource.Service));
        }

        if (resource.Account is not ("" or "*") && candidates.All(f => f.Texts[Account].Length == 0))
        {
            run.Report(Errors.ArnAccountNotAllowed, At(resource, Account), ("service", resource.Service));
        }

        if (resource.Region.Length == 0 && candidates.All(f => f.Texts[Region].Length > 0))
        {
            run.Report(Errors.MissingArnRegion, At(resource, Region), ("service", resource.Service));
        }

        if (resource.Account.Length == 0 && candidates.All(f => f.Texts[Account].Length > 0))
        {
            run.Report(Errors.MissingArnAccount, At(resource, Account), ("resourceName", resource.Resource));
        }
    }

    /// <summary>VA-150.</summary>
    private void CheckResourceType(ResourceView resource)
    {
        if (_resourceType is null)
        {
            return;
        }

        foreach (var format in _resourceType.WithSubResources.SelectMany(r => r.Formats))
        {
            if (format.Fields.Length == 0 || ArnFormats.Intersects(format, resource.Pattern, run.Budget))
            {
                return;
            }
        }

        run.Report(
            Errors.UnsupportedResourceArnInPolicy, Place.Value(resource.Value.Node), ("value", resource.Value.Text), ("resourceType", run.ResourceType!));
    }

    private static Place At(ResourceView resource, int field)
    {
        if (field >= resource.FieldCount)
        {
            return Place.Value(resource.Value.Node);
        }

        var length = field switch
        {
            1 => resource.Partition.Length,
            2 => resource.Service.Length,
            Region => resource.Region.Length,
            Account => resource.Account.Length,
            _ => resource.Resource.Length,
        };
        return Place.Substring(resource.Value.Node, resource.StartOf(field), length);
    }
}
