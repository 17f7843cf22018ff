namespace IamCore.Policies.Linting.Rules;

/// <summary>Security warnings of VA-500 to VA-529.</summary>
internal static class SecurityWarnings
{
    private static readonly RuleGroup Group = new();

    public static readonly FindingRule AllowWithNotPrincipal = Group.Add("ALLOW_WITH_NOT_PRINCIPAL", FindingType.SecurityWarning, RulePacks.Core, "VA-500",
        "Allow with NotPrincipal grants to everyone who is not named, anonymous callers too.", "Use Principal.");

    public static readonly FindingRule ForallvaluesWithSingleValuedKey = Group.Add("FORALLVALUES_WITH_SINGLE_VALUED_KEY", FindingType.SecurityWarning, RulePacks.Core, "VA-501",
        "ForAllValues on the single-valued key \"{key}\" also holds where the key is absent.", "Remove ForAllValues.");

    public static readonly FindingRule PassRoleWithNotResource = Group.Add("PASS_ROLE_WITH_NOT_RESOURCE", FindingType.SecurityWarning, RulePacks.Core, "VA-502",
        "iam:PassRole with NotResource lets almost every role be passed.", "Name the roles in Resource.");

    public static readonly FindingRule PassRoleWithStarInActionAndNotResource = Group.Add("PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE", FindingType.SecurityWarning, RulePacks.Core, "VA-503",
        "The action \"{action}\" covers iam:PassRole, and with NotResource almost every role can be passed.", "Name the roles in Resource.");

    public static readonly FindingRule PassRoleWithNotActionAndNotResource = Group.Add("PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE", FindingType.SecurityWarning, RulePacks.Core, "VA-504",
        "NotAction leaves iam:PassRole allowed, and with NotResource almost every role can be passed.", "List actions and roles.");

    public static readonly FindingRule PassRoleWithStarInResource = Group.Add("PASS_ROLE_WITH_STAR_IN_RESOURCE", FindingType.SecurityWarning, RulePacks.Core, "VA-505",
        "iam:PassRole on \"{resource}\" leaves open which roles can be passed.", "Name the roles, or add a condition on iam:PassedToService.");

    public static readonly FindingRule PassRoleWithStarInActionAndResource = Group.Add("PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE", FindingType.SecurityWarning, RulePacks.Core, "VA-506",
        "The action \"{action}\" covers iam:PassRole on \"{resource}\", which leaves open which roles can be passed.", "Name the roles, or add a condition on iam:PassedToService.");

    public static readonly FindingRule PassRoleWithStarInResourceAndNotAction = Group.Add("PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION", FindingType.SecurityWarning, RulePacks.Core, "VA-507",
        "NotAction leaves iam:PassRole allowed on \"{resource}\", which leaves open which roles can be passed.", "List actions and roles, or add a condition on iam:PassedToService.");

    public static readonly FindingRule MissingPairedConditionKeys = Group.Add("MISSING_PAIRED_CONDITION_KEYS", FindingType.SecurityWarning, RulePacks.Core, "VA-511",
        "The key \"{conditionKeyName}\" says little without another.", "Add a condition on one of {recommendedKeys}.");

    public static readonly FindingRule DenyWithUnsupportedTagConditionKeyForService = Group.Add("DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", FindingType.SecurityWarning, RulePacks.Core, "VA-520",
        "Some actions of {serviceNames} do not support \"{conditionKeyName}\", so the deny never holds for them.", "Use the IfExists form of the operator, or deny them apart.");

    public static readonly FindingRule DenyNotactionWithUnsupportedTagConditionKeyForService = Group.Add("DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", FindingType.SecurityWarning, RulePacks.Core, "VA-521",
        "NotAction covers actions that do not support \"{conditionKeyName}\", so the deny never holds for them.", "Use the IfExists form of the operator, or list actions.");

    public static readonly FindingRule RestrictAccessToServicePrincipal = Group.Add("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL", FindingType.SecurityWarning, RulePacks.Core, "VA-522",
        "The service {servicePrincipal} may act for anyone.", "Add a condition on one of {keys}.");

    public static readonly FindingRule MissingConditionKeyForOidcPrincipal = Group.Add("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL", FindingType.SecurityWarning, RulePacks.Core, "VA-523",
        "Every user of {principal} may assume the role.", "Add a condition on a key of the provider, such as {key}.");

    public static readonly FindingRule MissingGithubRepoConditionKey = Group.Add("MISSING_GITHUB_REPO_CONDITION_KEY", FindingType.SecurityWarning, RulePacks.Aws, "VA-524",
        "Every GitHub workflow may assume the role.", "Add a condition on token.actions.githubusercontent.com:sub.");

    public static readonly FindingRule UntrustworthyConditionKey = Group.Add("UNTRUSTWORTHY_CONDITION_KEY", FindingType.SecurityWarning, RulePacks.Core, "VA-525",
        "The caller chooses the value of \"{key}\".", "Do not rest an allow on it.");

    public static readonly FindingRule StringLikeOperatorWithArnConditionKeys = Group.Add("STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS", FindingType.SecurityWarning, RulePacks.Core, "VA-526",
        "{operator} on \"{key}\" lets a wildcard cross the fields of an ARN.", "Use one of {allowed}.");

    public static readonly FindingRule DynamodbAttributesWithoutSelect = Group.Add("DYNAMODB_ATTRIBUTES_WITHOUT_SELECT", FindingType.SecurityWarning, RulePacks.Aws, "VA-527",
        "dynamodb:Attributes limits nothing where a request asks for all attributes.", "Add StringEquals dynamodb:Select SPECIFIC_ATTRIBUTES.");

    public static readonly FindingRule S3PrefixInNegativeContext = Group.Add("S3_PREFIX_IN_NEGATIVE_CONTEXT", FindingType.SecurityWarning, RulePacks.Aws, "VA-528",
        "What is denied for one prefix can be listed with a shorter one.", "Allow the prefixes that may be listed.");

    public static readonly FindingRule ForanyvalueWithAudienceClaimType = Group.Add("FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE", FindingType.SecurityWarning, RulePacks.Core, "VA-529",
        "The audience \"{key}\" has one value.", "Remove ForAnyValue.");

    public static IReadOnlyList<FindingRule> All => Group.Rules;
}
