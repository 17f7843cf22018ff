using System.Collections.Frozen;
using IamCore.Model;

namespace IamCore.Predefined;

/// <summary>The predefined policies of an instance (ID-151). Immutable: a host puts its own together at start-up.</summary>
public sealed class PredefinedPolicies
{
    private readonly FrozenDictionary<string, PredefinedPolicy> _byId;

    private PredefinedPolicies(ValueList<string> services, IEnumerable<PredefinedPolicy> policies)
    {
        Services = services;
        _byId = policies.ToFrozenDictionary(p => p.Key.Id, StringComparer.Ordinal);
        All = [.. _byId.Values.OrderBy(p => DirectoryKeys.Fold(p.Name), StringComparer.Ordinal).ThenBy(p => p.Key.Id, StringComparer.Ordinal)];
    }

    /// <summary>The service prefixes that the read-only policies list where a host adds none (ID-151).</summary>
    public static ValueList<string> DefaultServices { get; } = ["iam", "sts", "organizations", "account", "sso", "identitystore"];

    /// <summary>The library's own policies, for <see cref="DefaultServices"/>.</summary>
    public static PredefinedPolicies Default { get; } = ForServices(DefaultServices);

    /// <summary>The key of the service control policy that allows everything.</summary>
    public static ObjectKey FullAwsAccess { get; } = new(ObjectKind.PredefinedPolicy, "service_control_policy/p-FullAWSAccess");

    /// <summary>The key of the resource control policy that allows everything.</summary>
    public static ObjectKey RcpFullAwsAccess { get; } = new(ObjectKind.PredefinedPolicy, "resource_control_policy/p-RCPFullAWSAccess");

    /// <summary>The service prefixes that the read-only policies list (ID-151).</summary>
    public ValueList<string> Services { get; }

    /// <summary>All policies, ordered by name.</summary>
    public ValueList<PredefinedPolicy> All { get; }

    /// <summary>The library's own policies; its read-only ones for the given service prefixes, usually <see cref="DefaultServices"/> and the host's.</summary>
    public static PredefinedPolicies ForServices(ValueList<string> services) => new(services, BuiltInPolicies.For(services));

    /// <summary>These and others; one of the same path and name takes the place of the library's (ID-151, ID-152).</summary>
    /// <exception cref="PolicyFormatException">A document has errors.</exception>
    public PredefinedPolicies With(params ReadOnlySpan<PredefinedPolicy> policies)
    {
        var all = _byId.ToDictionary();
        foreach (var policy in policies)
        {
            _ = PolicyDocument.Parse(policy.TextIn("aws").ToString(), policy.Type);
            all[policy.Key.Id] = policy;
        }

        return new(Services, all.Values);
    }

    /// <summary>The policy an attachment refers to; <see langword="null"/> where this instance does not know it.</summary>
    public PredefinedPolicy? Find(ObjectKey key) => key.Kind == ObjectKind.PredefinedPolicy ? _byId.GetValueOrDefault(key.Id) : null;

    /// <summary>The policy of an ARN, case-sensitive; <see langword="null"/> where there is none (ID-059).</summary>
    public PredefinedPolicy? Find(Arn arn)
    {
        const string Type = "policy/";
        return arn.Account is "aws" && arn.Region.IsEmpty && arn.Resource.StartsWith(Type, StringComparison.Ordinal)
            && _byId.TryGetValue(arn.Resource[Type.Length..].ToString(), out var policy)
            && arn.ToString() == policy.ArnIn(arn.Partition.ToString())
            ? policy : null;
    }
}
