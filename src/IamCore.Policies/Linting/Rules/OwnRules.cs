namespace IamCore.Policies.Linting.Rules;

/// <summary>IamCore's own checks (VA-701 to VA-718) and the two codes that come with the rest.</summary>
internal static class OwnRules
{
    private static readonly RuleGroup Group = new();

    public static readonly FindingRule InvalidCharacter = Group.Add("IAMCORE_INVALID_CHARACTER", FindingType.Error, RulePacks.Aws, "VA-701",
        "The document holds the character U+{character}, which AWS does not store.", "Write it in another way.");

    public static readonly FindingRule ActionResourceMismatch = Group.Add("IAMCORE_ACTION_RESOURCE_MISMATCH", FindingType.Warning, RulePacks.Advice, "VA-702",
        "The action \"{action}\" is used on none of the resources listed.", "List a resource of {resources}, or remove the action.");

    public static readonly FindingRule ResourceWithoutAction = Group.Add("IAMCORE_RESOURCE_WITHOUT_ACTION", FindingType.Suggestion, RulePacks.Advice, "VA-703",
        "No action of the statement is used on \"{resource}\".", "Remove it, or add an action.");

    public static readonly FindingRule ActionNeedsStar = Group.Add("IAMCORE_ACTION_NEEDS_STAR", FindingType.Warning, RulePacks.Advice, "VA-704",
        "The action \"{action}\" takes no resource, so it needs \"*\".", "Move it to a statement with \"Resource\": \"*\".");

    public static readonly FindingRule DependentActionMissing = Group.Add("IAMCORE_DEPENDENT_ACTION_MISSING", FindingType.Suggestion, RulePacks.Advice, "VA-705",
        "The action \"{action}\" also needs {dependentActions}, which the policy does not allow.", "Allow them too.");

    public static readonly FindingRule UnsatisfiableStatement = Group.Add("IAMCORE_UNSATISFIABLE_STATEMENT", FindingType.Warning, RulePacks.Advice, "VA-706",
        "The statement matches no request: {reason}.", "Remove or change it.");

    public static readonly FindingRule ShadowedByDeny = Group.Add("IAMCORE_SHADOWED_BY_DENY", FindingType.Warning, RulePacks.Advice, "VA-707",
        "Everything the statement allows is denied by $.Statement[{statement}].", "Remove it, or narrow the deny.");

    public static readonly FindingRule CoveredByStatement = Group.Add("IAMCORE_COVERED_BY_STATEMENT", FindingType.Suggestion, RulePacks.Advice, "VA-708",
        "$.Statement[{statement}] covers everything this one says.", "Remove it.");

    public static readonly FindingRule PublicAccess = Group.Add("IAMCORE_PUBLIC_ACCESS", FindingType.SecurityWarning, RulePacks.Advice, "VA-709",
        "The statement is not proven to be bound to known callers: {witness}.", "Name principals, or add a condition on a key such as aws:PrincipalOrgID.");

    public static readonly FindingRule FullAdmin = Group.Add("IAMCORE_FULL_ADMIN", FindingType.SecurityWarning, RulePacks.Advice, "VA-710",
        "The statement allows everything on everything.", "List the actions and resources that are needed.");

    public static readonly FindingRule AllowWithNotAction = Group.Add("IAMCORE_ALLOW_WITH_NOT_ACTION", FindingType.SecurityWarning, RulePacks.Advice, "VA-711",
        "Allow with NotAction grants every action that is not named, future ones too.", "List actions.");

    public static readonly FindingRule AllowWithNotResource = Group.Add("IAMCORE_ALLOW_WITH_NOT_RESOURCE", FindingType.SecurityWarning, RulePacks.Advice, "VA-711",
        "Allow with NotResource grants on every resource that is not named, future ones too.", "List resources.");

    public static readonly FindingRule MfaNotEnforced = Group.Add("IAMCORE_MFA_NOT_ENFORCED", FindingType.SecurityWarning, RulePacks.Advice, "VA-712",
        "Requests with long-term keys have no aws:MultiFactorAuthPresent, so {operator} does not ask for MFA.", "Use {recommended}.");

    public static readonly FindingRule ForallvaluesWithoutNullCheck = Group.Add("IAMCORE_FORALLVALUES_WITHOUT_NULL_CHECK", FindingType.SecurityWarning, RulePacks.Advice, "VA-713",
        "ForAllValues on \"{key}\" also holds where the key is absent.", "Add \"Null\": {\"{key}\": \"false\"}.");

    public static readonly FindingRule PrivilegeEscalation = Group.Add("IAMCORE_PRIVILEGE_ESCALATION", FindingType.SecurityWarning, RulePacks.Advice, "VA-714",
        "With {actions} the holder can give themselves more rights ({label}).", "Limit the resources, or remove an action.");

    public static readonly FindingRule CredentialsExposure = Group.Add("IAMCORE_CREDENTIALS_EXPOSURE", FindingType.SecurityWarning, RulePacks.Advice, "VA-715",
        "The action \"{action}\" on every resource hands out credentials.", "Limit the resources.");

    public static readonly FindingRule OldVersion = Group.Add("IAMCORE_OLD_VERSION", FindingType.Suggestion, RulePacks.Advice, "VA-716",
        "The version 2008-10-17 has no variables.", "Use 2012-10-17.");

    public static readonly FindingRule ResourceStarAvoidable = Group.Add("IAMCORE_RESOURCE_STAR_AVOIDABLE", FindingType.Suggestion, RulePacks.Advice, "VA-717",
        "Every action of the statement takes resources, yet Resource is \"*\".", "Name resources.");

    public static readonly FindingRule NegatedKeyMayBeAbsent = Group.Add("IAMCORE_NEGATED_KEY_MAY_BE_ABSENT", FindingType.Warning, RulePacks.Advice, "VA-718",
        "{operator} on \"{key}\" also holds where the key is absent.", "Add \"Null\": {\"{key}\": \"false\"}, or use a positive operator.");

    public static readonly FindingRule UnusedSuppression = Group.Add("IAMCORE_UNUSED_SUPPRESSION", FindingType.Suggestion, RulePacks.Core, "VA-002",
        "The suppression \"{suppression}\" drops nothing.", "Remove it.");

    public static readonly FindingRule InvalidVariable = Group.Add("IAMCORE_INVALID_VARIABLE", FindingType.Error, RulePacks.Core, "VA-950",
        "A variable in \"{value}\" is malformed.", "Write ${name} or ${name, 'default'}.");

    public static IReadOnlyList<FindingRule> All => Group.Rules;
}
