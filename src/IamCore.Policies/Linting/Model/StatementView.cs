using IamCore.Policies.Linting.Patterns;

namespace IamCore.Policies.Linting.Model;

/// <summary>One statement as far as it can be understood.</summary>
internal sealed class StatementView
{
    private ILookup<string, ConditionView>? _byKey;
    private ActionView[]? _actions;
    private ActionView[]? _notActions;
    private ResourceView[]? _resources;
    private ResourceView[]? _notResources;

    public required int Node { get; init; }

    /// <summary>Place in the list of statements, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The letters of variables; null where <c>${…}</c> is ordinary text.</summary>
    public required PatternSymbols? Variables { get; init; }

    /// <summary>The Sid's member, or -1.</summary>
    public int SidNode { get; set; } = -1;

    /// <summary>The Effect's member, or -1.</summary>
    public int EffectNode { get; set; } = -1;

    public bool IsAllow { get; set; }

    public bool IsDeny { get; set; }

    public ElementView? Action { get; set; }

    public ElementView? NotAction { get; set; }

    public ElementView? Resource { get; set; }

    public ElementView? NotResource { get; set; }

    public PrincipalView? Principal { get; set; }

    public PrincipalView? NotPrincipal { get; set; }

    /// <summary>The Condition's member, or -1.</summary>
    public int ConditionNode { get; set; } = -1;

    /// <summary>The keys under known operators, in order; those the parser refuses are left out.</summary>
    public List<ConditionView> Conditions { get; } = [];

    /// <summary>Well-formed entries of Action.</summary>
    public ActionView[] Actions => _actions ??= ActionsOf(Action);

    /// <summary>Well-formed entries of NotAction.</summary>
    public ActionView[] NotActions => _notActions ??= ActionsOf(NotAction);

    /// <summary>Well-formed entries of Resource.</summary>
    public ResourceView[] Resources => _resources ??= ResourcesOf(Resource);

    /// <summary>Well-formed entries of NotResource.</summary>
    public ResourceView[] NotResources => _notResources ??= ResourcesOf(NotResource);

    /// <summary>The conditions on a key, without regard to case; found at once, however many conditions there are.</summary>
    public IEnumerable<ConditionView> ConditionsOn(string key) =>
        (_byKey ??= Conditions.ToLookup(c => c.Key, StringComparer.OrdinalIgnoreCase))[key];

    /// <summary>Whether a condition key stands under any operator.</summary>
    public bool HasKey(string key) => ConditionsOn(key).Any();

    private static ActionView[] ActionsOf(ElementView? element) =>
        element is null ? [] : [.. element.Values.Where(v => !v.IsFaulty).Select(v => new ActionView(v))];

    private ResourceView[] ResourcesOf(ElementView? element) =>
        element is null ? [] : [.. element.Values.Where(v => !v.IsFaulty).Select(v => new ResourceView(v, Variables))];
}
