using IamCore.Policies.Linting.Catalog;

namespace IamCore.Policies.Linting;

/// <summary>How a policy is validated (VA-002).</summary>
public sealed record ValidationOptions
{
    /// <summary>Options for one policy type.</summary>
    public ValidationOptions(PolicyType policyType) => PolicyType = policyType;

    /// <summary>The type the policy is read as.</summary>
    public PolicyType PolicyType { get; init; }

    /// <summary>
    /// The type of the resource that a resource policy is attached to: an AWS name such as <c>AWS::S3::Bucket</c>, or <c>prefix:resource</c> of
    /// the catalog. <c>AWS::IAM::AssumeRolePolicyDocument</c> makes the policy a trust policy.
    /// </summary>
    public string? ResourceType { get; init; }

    /// <summary>What services there are.</summary>
    public ServiceCatalog Catalog { get; init; } = ServiceCatalog.BuiltIn;

    /// <summary>Whether service prefixes that the catalog lacks are findings.</summary>
    public CatalogMode CatalogMode { get; init; }

    /// <summary>Which grammar service control policies have.</summary>
    public ScpGrammar ScpGrammar { get; init; }

    /// <summary>The checks that run; <see langword="null"/>: <see cref="RulePacks.Core"/>, and <see cref="RulePacks.Aws"/> where the catalog has a service of AWS.</summary>
    public RulePacks? Packs { get; init; }

    /// <summary>Largest sizes of policies.</summary>
    public PolicyQuotas Quotas { get; init; } = PolicyQuotas.Default;

    /// <summary>
    /// Findings to drop: a code, or <c>CODE@path</c> with a glob for the JSON path of the first place. An entry that drops nothing is itself
    /// reported as <c>IAMCORE_UNUSED_SUPPRESSION</c>.
    /// </summary>
    public ValueList<string> Suppress { get; init; } = [];

    /// <summary>What stands before the anchors of <see cref="Finding.LearnMore"/>.</summary>
    public string LearnMoreBase { get; init; } = "";
}
