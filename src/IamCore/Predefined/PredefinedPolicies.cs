using System.Collections.Frozen;
using IamCore.Model;

namespace IamCore.Predefined;

/// <summary>
/// The predefined policies of a directory, corresponding to AWS-managed policies: they exist in every account and cannot be changed
/// (ID-151). Immutable.
/// </summary>
/// <example>
/// <code>
/// PredefinedPolicies policies = PredefinedPolicies.ForServices([.. PredefinedPolicies.DefaultServices, "docs"])
///     .With(new PredefinedPolicy
///     {
///         Name = "DocsReader",
///         Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"*"}]}""",
///     });
/// services.AddIamCore().UsePredefinedPolicies(policies);
/// </code>
/// </example>
public sealed class PredefinedPolicies
{
    private readonly FrozenDictionary<string, PredefinedPolicy> _byId;

    private PredefinedPolicies(ValueList<string> services, IEnumerable<PredefinedPolicy> policies)
    {
        Services = services;
        _byId = policies.ToFrozenDictionary(p => p.Key.Id, StringComparer.Ordinal);
        All = [.. _byId.Values.OrderBy(p => DirectoryKeys.Fold(p.Name), StringComparer.Ordinal).ThenBy(p => p.Key.Id, StringComparer.Ordinal)];
    }

    /// <summary>The service prefixes covered by the built-in read-only policies by default (ID-151).</summary>
    public static ValueList<string> DefaultServices { get; } = ["iam", "sts", "organizations", "account", "sso", "identitystore"];

    /// <summary>The built-in policies for <see cref="DefaultServices"/>.</summary>
    public static PredefinedPolicies Default { get; } = ForServices(DefaultServices);

    /// <summary>The key of the service control policy that allows everything.</summary>
    public static ObjectKey FullAwsAccess { get; } = new(ObjectKind.PredefinedPolicy, "service_control_policy/p-FullAWSAccess");

    /// <summary>The key of the resource control policy that allows everything.</summary>
    public static ObjectKey RcpFullAwsAccess { get; } = new(ObjectKind.PredefinedPolicy, "resource_control_policy/p-RCPFullAWSAccess");

    /// <summary>The service prefixes covered by the built-in read-only policies (ID-151).</summary>
    public ValueList<string> Services { get; }

    /// <summary>All policies, ordered by name.</summary>
    public ValueList<PredefinedPolicy> All { get; }

    /// <summary>Creates the built-in policies; the read-only ones cover the given service prefixes.</summary>
    /// <param name="services">The service prefixes, usually <see cref="DefaultServices"/> and the host's own.</param>
    /// <returns>The policies.</returns>
    public static PredefinedPolicies ForServices(ValueList<string> services) => new(services, BuiltInPolicies.For(services));

    /// <summary>Adds policies. A policy with the path and name of an existing one replaces it (ID-151, ID-152).</summary>
    /// <param name="policies">The policies to add.</param>
    /// <returns>The combined policies.</returns>
    /// <exception cref="PolicyFormatException">A policy document is invalid.</exception>
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

    /// <summary>Finds the policy to which an attachment refers.</summary>
    /// <param name="key">The key of the policy.</param>
    /// <returns>The policy; <see langword="null"/> if there is none.</returns>
    public PredefinedPolicy? Find(ObjectKey key) => key.Kind == ObjectKind.PredefinedPolicy ? _byId.GetValueOrDefault(key.Id) : null;

    /// <summary>Finds a policy by its ARN, which is case-sensitive (ID-059).</summary>
    /// <param name="arn">The ARN of the policy.</param>
    /// <returns>The policy; <see langword="null"/> if there is none.</returns>
    public PredefinedPolicy? Find(Arn arn)
    {
        const string Type = "policy/";
        return arn.Account is "aws" && arn.Region.IsEmpty && arn.Resource.StartsWith(Type, StringComparison.Ordinal)
            && _byId.TryGetValue(arn.Resource[Type.Length..].ToString(), out var policy)
            && arn.ToString() == policy.ArnIn(arn.Partition.ToString())
            ? policy : null;
    }
}
