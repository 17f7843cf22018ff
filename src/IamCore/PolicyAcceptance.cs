using IamCore.Policies.Linting;
using IamCore.Policies.Linting.Catalog;

namespace IamCore;

/// <summary>
/// Which policy documents may be stored (ID-002): what the language refuses never, and of the rest what the validator finds at most of the types that
/// the host puts up with. All other findings are returned to whoever stores the document.
/// </summary>
public sealed record PolicyAcceptance
{
    /// <summary>Errors are refused, everything else is stored.</summary>
    public static PolicyAcceptance Default { get; } = new();

    /// <summary>The findings that refuse a document: this type and all graver ones; <see langword="null"/> for none but the errors of the language.</summary>
    /// <value><see cref="FindingType.Error"/></value>
    public FindingType? RefusedFrom { get; init; } = FindingType.Error;

    /// <summary>
    /// Codes that are returned and never refuse. By default an action that no trust policy can grant (ID-110), names of services that are not AWS's
    /// (ID-123), and private addresses: an application's own callers may well have them.
    /// </summary>
    public ValueList<string> NeverRefused { get; init; } =
        ["UNSUPPORTED_ACTION_IN_POLICY", ServicePrincipalFormat, "PRIVATE_IP_ADDRESS", "PRIVATE_NOT_IP_ADDRESS"];

    /// <summary>What services there are: misspelt actions, resources and condition keys are found against it.</summary>
    public ServiceCatalog Catalog { get; init; } = ServiceCatalog.BuiltIn;

    /// <summary>Whether services that the catalog lacks are findings.</summary>
    public CatalogMode CatalogMode { get; init; }

    /// <summary>The checks that run; <see langword="null"/> as in <see cref="ValidationOptions.Packs"/>.</summary>
    public RulePacks? Packs { get; init; }

    /// <summary>Findings to leave out, as in <see cref="ValidationOptions.Suppress"/>; one that leaves out nothing is not reported.</summary>
    public ValueList<string> Suppress { get; init; } = [];

    internal const string ServicePrincipalFormat = "INVALID_SERVICE_PRINCIPAL_FORMAT";

    /// <summary>Sizes are not the validator's here: the instance has its own quotas.</summary>
    private static PolicyQuotas AnySize { get; } = new()
    {
        ManagedPolicy = int.MaxValue,
        TrustPolicy = int.MaxValue,
        ResourcePolicy = int.MaxValue,
        ServiceControlPolicy = int.MaxValue,
        ResourceControlPolicy = int.MaxValue,
    };

    /// <summary>What the validator finds in a document.</summary>
    internal ValueList<Finding> Check(PolicyDocument document)
    {
        var options = new ValidationOptions(document.Type)
        {
            Catalog = Catalog, CatalogMode = CatalogMode, Packs = Packs, Suppress = Suppress, Quotas = AnySize,
        };
        var found = PolicyValidator.Validate(document, options);
        return Suppress.Count == 0 ? found : [.. ((IEnumerable<Finding>)found).Where(f => f.Code != "IAMCORE_UNUSED_SUPPRESSION")];
    }

    internal bool Refuses(Finding finding) => finding.Type <= RefusedFrom && !NeverRefused.Contains(finding.Code);
}
