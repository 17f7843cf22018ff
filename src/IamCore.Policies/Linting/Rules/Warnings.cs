namespace IamCore.Policies.Linting.Rules;

/// <summary>Warnings of VA-401 to VA-427.</summary>
internal static class Warnings
{
    private static readonly RuleGroup Group = new();

    public static readonly FindingRule CreateSlrWithNotResource = Group.Add("CREATE_SLR_WITH_NOT_RESOURCE", FindingType.Warning, RulePacks.Aws, "VA-401",
        "iam:CreateServiceLinkedRole with NotResource lets almost every service-linked role be made.", "Name the roles in Resource.");

    public static readonly FindingRule CreateSlrWithStarInActionAndNotResource = Group.Add("CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE", FindingType.Warning, RulePacks.Aws, "VA-402",
        "The action \"{action}\" covers iam:CreateServiceLinkedRole, and with NotResource almost every service-linked role can be made.", "Name the roles in Resource.");

    public static readonly FindingRule CreateSlrWithNotActionAndNotResource = Group.Add("CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE", FindingType.Warning, RulePacks.Aws, "VA-403",
        "NotAction leaves iam:CreateServiceLinkedRole allowed, and with NotResource almost every service-linked role can be made.", "List actions and roles.");

    public static readonly FindingRule CreateSlrWithStarInResource = Group.Add("CREATE_SLR_WITH_STAR_IN_RESOURCE", FindingType.Warning, RulePacks.Aws, "VA-404",
        "iam:CreateServiceLinkedRole on \"{resource}\" lets every service-linked role be made.", "Name the roles, or add a condition on iam:AWSServiceName.");

    public static readonly FindingRule CreateSlrWithStarInActionAndResource = Group.Add("CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE", FindingType.Warning, RulePacks.Aws, "VA-405",
        "The action \"{action}\" covers iam:CreateServiceLinkedRole on \"{resource}\", so that every service-linked role can be made.", "Name the roles, or add a condition on iam:AWSServiceName.");

    public static readonly FindingRule CreateSlrWithStarInResourceAndNotAction = Group.Add("CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION", FindingType.Warning, RulePacks.Aws, "VA-406",
        "NotAction leaves iam:CreateServiceLinkedRole allowed on \"{resource}\", so that every service-linked role can be made.", "List actions and roles, or add a condition on iam:AWSServiceName.");

    public static readonly FindingRule DeprecatedGlobalConditionKey = Group.Add("DEPRECATED_GLOBAL_CONDITION_KEY", FindingType.Warning, RulePacks.Core, "VA-407",
        "The key \"{key}\" is deprecated.", "Use aws:PrincipalArn.");

    public static readonly FindingRule InvalidDateValue = Group.Add("INVALID_DATE_VALUE", FindingType.Warning, RulePacks.Core, "VA-408",
        "The date \"{date}\" is in seconds of the epoch.", "Write it as YYYY-MM-DDThh:mm:ssZ.");

    public static readonly FindingRule WildcardWithoutLikeOperator = Group.Add("WILDCARD_WITHOUT_LIKE_OPERATOR", FindingType.Warning, RulePacks.Core, "VA-409",
        "{operator} takes the wildcard in \"{value}\" as an ordinary character.", "Use {like}, or remove the wildcard.");

    public static readonly FindingRule UniqueSidsRecommended = Group.Add("UNIQUE_SIDS_RECOMMENDED", FindingType.Warning, RulePacks.Core, "VA-410",
        "The Sid \"{sid}\" is used by an earlier statement.", "Give every statement a Sid of its own.");

    public static readonly FindingRule MissingVersion = Group.Add("MISSING_VERSION", FindingType.Warning, RulePacks.Core, "VA-411",
        "The policy has no Version and is read as 2008-10-17, in which variables are literal text.", "Add \"Version\": \"2012-10-17\".");

    public static readonly FindingRule InvalidRoleReference = Group.Add("INVALID_ROLE_REFERENCE", FindingType.Warning, RulePacks.Core, "VA-412",
        "\"{roleid}\" is the id of a role: after the role is deleted it names nobody.", "Write the role's ARN.");

    public static readonly FindingRule InvalidUserReference = Group.Add("INVALID_USER_REFERENCE", FindingType.Warning, RulePacks.Core, "VA-413",
        "\"{userid}\" is the id of a user: after the user is deleted it names nobody.", "Write the user's ARN.");

    public static readonly FindingRule PolicySizeExceedsIdentityPolicyQuota = Group.Add("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", FindingType.Warning, RulePacks.Core, "VA-414",
        "The policy has {policySize} characters; the quota is {policySizeQuota}.", "Shorten or split it.");

    public static readonly FindingRule PolicySizeExceedsResourcePolicyQuota = Group.Add("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", FindingType.Warning, RulePacks.Core, "VA-415",
        "The policy has {policySize} bytes; the quota is {policySizeQuota}.", "Shorten it.");

    public static readonly FindingRule PolicySizeExceedsRoleTrustPolicyQuota = Group.Add("POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA", FindingType.Warning, RulePacks.Core, "VA-416",
        "The policy has {policySize} characters; the quota is {policySizeQuota}.", "Shorten it.");

    public static readonly FindingRule TypeMismatch = Group.Add("TYPE_MISMATCH", FindingType.Warning, RulePacks.Core, "VA-417",
        "{operator} does not fit the type of \"{key}\".", "Use one of {allowed}.");

    public static readonly FindingRule TypeMismatchBoolean = Group.Add("TYPE_MISMATCH_BOOLEAN", FindingType.Warning, RulePacks.Core, "VA-418",
        "\"{value}\" is not a value for {operator}.", "Write \"true\" or \"false\".");

    public static readonly FindingRule TypeMismatchDate = Group.Add("TYPE_MISMATCH_DATE", FindingType.Warning, RulePacks.Core, "VA-419",
        "\"{value}\" is not a date for {operator}.", "Write it as YYYY-MM-DDThh:mm:ssZ.");

    public static readonly FindingRule TypeMismatchNumber = Group.Add("TYPE_MISMATCH_NUMBER", FindingType.Warning, RulePacks.Core, "VA-421",
        "\"{value}\" is not a number for {operator}.", "Write a decimal number.");

    public static readonly FindingRule TypeMismatchString = Group.Add("TYPE_MISMATCH_STRING", FindingType.Warning, RulePacks.Core, "VA-422",
        "\"{value}\" is not base64 for {operator}.", "Write standard base64 with padding.");

    public static readonly FindingRule SpecificGithubRepoAndBranchRecommended = Group.Add("SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED", FindingType.Warning, RulePacks.Aws, "VA-423",
        "\"{value}\" lets every repository or branch of it assume the role.", "Name the repository and the branch.");

    public static readonly FindingRule RcpMissingRelatedPrincipalConditionKey = Group.Add("RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY", FindingType.Warning, RulePacks.Core, "VA-424",
        "The deny on \"{conditionKeyName}\" also hits AWS services that act for you.", "Add BoolIfExists aws:PrincipalIsAWSService false.");

    public static readonly FindingRule RcpMissingRelatedServicePrincipalConditionKey = Group.Add("RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY", FindingType.Warning, RulePacks.Core, "VA-425",
        "The deny on \"{conditionKeyName}\" also hits callers that are no service.", "Add Bool aws:PrincipalIsAWSService true.");

    public static readonly FindingRule RcpMissingServiceConditionKeyNullCheck = Group.Add("RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK", FindingType.Warning, RulePacks.Core, "VA-426",
        "The deny on \"{conditionKeyName}\" also hits services that send no source.", "Add Null false on aws:SourceAccount or aws:SourceArn.");

    public static readonly FindingRule UseConditionKeyOnlyWithSupportedServices = Group.Add("USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES", FindingType.Warning, RulePacks.Core, "VA-427",
        "Not every service in the statement sends \"{key}\".", "Name the actions of services that do.");

    public static IReadOnlyList<FindingRule> All => Group.Rules;
}
