using IamCore.Policies.Linting;
using IamCore.Policies.Linting.Catalog;

namespace IamCore;

/// <summary>
/// Which policy documents may be stored (ID-002). A document that violates the policy language is never stored. Validator findings at or
/// above
/// <see cref="RefusedFrom"/> are rejected as well; all others are returned to the caller.
/// </summary>
public sealed record PolicyAcceptance
{
    /// <summary>The default: errors are rejected, all other findings are returned.</summary>
    public static PolicyAcceptance Default { get; } = new();

    /// <summary>
    /// The least severe type of finding that rejects a document; <see langword="null"/> to reject only documents that violate the policy
    /// language.
    /// </summary>
    /// <value><see cref="FindingType.Error"/></value>
    public FindingType? RefusedFrom { get; init; } = FindingType.Error;

    /// <summary>Codes of findings that are returned but never reject a document.</summary>
    /// <value>
    /// Actions that a trust policy cannot grant (ID-110), services that are not AWS's (ID-123), and private IP addresses, which are
    /// ordinary in an application's
    /// own network.
    /// </value>
    public ValueList<string> NeverRefused { get; init; } =
        ["UNSUPPORTED_ACTION_IN_POLICY", ServicePrincipalFormat, "PRIVATE_IP_ADDRESS", "PRIVATE_NOT_IP_ADDRESS"];

    /// <summary>The known services, against which misspelled actions, resources and condition keys are reported.</summary>
    /// <value><see cref="ServiceCatalog.BuiltIn"/></value>
    public ServiceCatalog Catalog { get; init; } = ServiceCatalog.BuiltIn;

    /// <summary>Whether services missing from the catalog are reported.</summary>
    public CatalogMode CatalogMode { get; init; }

    /// <summary>The groups of checks to run; <see langword="null"/> for the default of <see cref="ValidationOptions.Packs"/>.</summary>
    public RulePacks? Packs { get; init; }

    /// <summary>
    /// Codes of findings to suppress, as in <see cref="ValidationOptions.Suppress"/>; a code that suppresses nothing is not reported.
    /// </summary>
    public ValueList<string> Suppress { get; init; } = [];

    internal const string ServicePrincipalFormat = "INVALID_SERVICE_PRINCIPAL_FORMAT";

    /// <summary>No size limits here: the directory enforces its own quotas.</summary>
    private static PolicyQuotas AnySize { get; } = new()
    {
        ManagedPolicy = int.MaxValue,
        TrustPolicy = int.MaxValue,
        ResourcePolicy = int.MaxValue,
        ServiceControlPolicy = int.MaxValue,
        ResourceControlPolicy = int.MaxValue,
    };

    /// <summary>Validates a document.</summary>
    /// <returns>The findings.</returns>
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
