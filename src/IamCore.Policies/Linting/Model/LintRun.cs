using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Linting.Patterns;
using IamCore.Policies.Parsing;

namespace IamCore.Policies.Linting.Model;

/// <summary>One validation: what is asked, what is read, and what has been found so far.</summary>
internal sealed class LintRun(SourceTree tree, ValidationOptions options, PolicyType type, FaultMap faults)
{
    /// <summary>Steps that comparing of patterns may take in one validation: some hundred milliseconds.</summary>
    private const long MaxWork = 30_000_000;

    public SourceTree Tree { get; } = tree;

    public ValidationOptions Options { get; } = options;

    /// <summary>The type the policy is read as.</summary>
    public PolicyType Type { get; } = type;

    public FaultMap Faults { get; } = faults;

    public RulePacks Packs { get; } = options.Packs ?? (options.Catalog.HasAwsService ? RulePacks.Core | RulePacks.Aws : RulePacks.Core);

    public ServiceCatalog Catalog => Options.Catalog;

    public PolicyView Policy { get; set; } = new();

    public WorkBudget Budget { get; } = new(MaxWork);

    /// <summary>Steps that looking for what was meant may take.</summary>
    public WorkBudget SuggestionBudget { get; } = new(MaxWork / 4);

    /// <summary>Whether some statement keeps everyone out who is not known; found once.</summary>
    public bool? KeepsOthersOut { get; set; }

    public List<Draft> Drafts { get; } = [];

    public bool IsAws => (Packs & RulePacks.Aws) != 0;

    public bool IsAdvice => (Packs & RulePacks.Advice) != 0;

    /// <summary>Identity policies, boundaries and session policies (VA-003).</summary>
    public bool IsIdentityLike => Type is PolicyType.Identity or PolicyType.PermissionsBoundary or PolicyType.Session;

    /// <summary>Resource and endpoint policies (R V).</summary>
    public bool IsResourceLike => Type is PolicyType.Resource or PolicyType.VpcEndpoint;

    /// <summary>Policies that name principals freely (R V T).</summary>
    public bool NamesPrincipals => IsResourceLike || Type == PolicyType.Trust;

    /// <summary>The name of the resource type for messages; null where none is given.</summary>
    public string? ResourceType => Options.ResourceType;

    /// <summary>What may have been meant by a name; null where nothing is near.</summary>
    public string? Suggest(string name, IEnumerable<string> known) => NameSuggestion.Find(name, known, SuggestionBudget);

    /// <summary>Records a finding.</summary>
    public Draft Report(FindingRule rule, Place place, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var draft = new Draft(rule, place, arguments);
        if ((rule.Pack & Packs) != 0)
        {
            Drafts.Add(draft);
        }

        return draft;
    }
}
