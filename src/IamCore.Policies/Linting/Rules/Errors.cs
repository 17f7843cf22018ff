namespace IamCore.Policies.Linting.Rules;

/// <summary>Errors of VA-101 to VA-194.</summary>
internal static class Errors
{
    private static readonly RuleGroup Group = new();

    public static readonly FindingRule JsonSyntaxError = Group.Add("JSON_SYNTAX_ERROR", FindingType.Error, RulePacks.Core, "VA-101",
        "The document is not valid JSON at index {index}, line {line}, column {column}: {detail}.", "Fix the JSON.");

    public static readonly FindingRule DataTypeMismatch = Group.Add("DATA_TYPE_MISMATCH", FindingType.Error, RulePacks.Core, "VA-102",
        "The value has the wrong JSON type: {element} must be {data_type}.", "Write a value of that type.");

    public static readonly FindingRule InvalidPolicyElement = Group.Add("INVALID_POLICY_ELEMENT", FindingType.Error, RulePacks.Core, "VA-103",
        "The element \"{element}\" is not allowed here.", "Remove or rename it.");

    public static readonly FindingRule InvalidVersion = Group.Add("INVALID_VERSION", FindingType.Error, RulePacks.Core, "VA-104",
        "The version \"{version}\" does not exist.", "Use one of {versions}.");

    public static readonly FindingRule MissingStatement = Group.Add("MISSING_STATEMENT", FindingType.Error, RulePacks.Core, "VA-105",
        "The policy has no statement.", "Add a Statement.");

    public static readonly FindingRule MissingEffect = Group.Add("MISSING_EFFECT", FindingType.Error, RulePacks.Core, "VA-106",
        "The statement has no Effect.", "Add \"Effect\": \"Allow\" or \"Effect\": \"Deny\".");

    public static readonly FindingRule InvalidEffect = Group.Add("INVALID_EFFECT", FindingType.Error, RulePacks.Core, "VA-107",
        "The effect \"{effect}\" does not exist.", "Write \"Allow\" or \"Deny\" exactly so.");

    public static readonly FindingRule MissingAction = Group.Add("MISSING_ACTION", FindingType.Error, RulePacks.Core, "VA-108",
        "The statement has neither Action nor NotAction.", "Add one of them.");

    public static readonly FindingRule MissingResource = Group.Add("MISSING_RESOURCE", FindingType.Error, RulePacks.Core, "VA-109",
        "The statement has neither Resource nor NotResource.", "Add one of them.");

    public static readonly FindingRule MissingPrincipal = Group.Add("MISSING_PRINCIPAL", FindingType.Error, RulePacks.Core, "VA-110",
        "The statement has neither Principal nor NotPrincipal.", "Add a Principal.");

    public static readonly FindingRule UnsupportedElementCombination = Group.Add("UNSUPPORTED_ELEMENT_COMBINATION", FindingType.Error, RulePacks.Core, "VA-111",
        "{element1} and {element2} stand in one statement.", "Keep one of them, or split the statement.");

    public static readonly FindingRule UnsupportedPrincipal = Group.Add("UNSUPPORTED_PRINCIPAL", FindingType.Error, RulePacks.Core, "VA-112",
        "A {policy_type} policy names no principal: it concerns what it is attached to.", "Remove the {element} element.");

    public static readonly FindingRule InvalidPrincipalFormat = Group.Add("INVALID_PRINCIPAL_FORMAT", FindingType.Error, RulePacks.Core, "VA-113",
        "\"{principal}\" is not a principal.", "Name it under AWS, Service, Federated or CanonicalUser in the form that member takes.");

    public static readonly FindingRule InvalidPrincipalKey = Group.Add("INVALID_PRINCIPAL_KEY", FindingType.Error, RulePacks.Core, "VA-114",
        "The principal type \"{principal-key}\" does not exist.", "Use AWS, Service, Federated or CanonicalUser.");

    public static readonly FindingRule UnsupportedWildcardInPrincipal = Group.Add("UNSUPPORTED_WILDCARD_IN_PRINCIPAL", FindingType.Error, RulePacks.Core, "VA-115",
        "\"{principal}\" under {principal_key} holds a wildcard.", "Name the principal in full; only a lone * under AWS is allowed.");

    public static readonly FindingRule FederatedPrincipalNotSupported = Group.Add("FEDERATED_PRINCIPAL_NOT_SUPPORTED", FindingType.Error, RulePacks.Core, "VA-116",
        "Federated principals are only for trust policies.", "Name the role that federated users assume.");

    public static readonly FindingRule InvalidServicePrincipalFormat = Group.Add("INVALID_SERVICE_PRINCIPAL_FORMAT", FindingType.Error, RulePacks.Core, "VA-117",
        "\"{principal}\" is not the name of a service.", "Write it as {expectedFormat}.");

    public static readonly FindingRule UniqueSidsRequired = Group.Add("UNIQUE_SIDS_REQUIRED", FindingType.Error, RulePacks.Core, "VA-118",
        "The Sid \"{sid}\" is used by an earlier statement.", "Give every statement a Sid of its own.");

    public static readonly FindingRule UnsupportedSid = Group.Add("UNSUPPORTED_SID", FindingType.Error, RulePacks.Core, "VA-119",
        "The Sid \"{sid}\" holds characters that are not allowed.", "Use letters and digits only.");

    public static readonly FindingRule VariableUnsupportedInElement = Group.Add("VARIABLE_UNSUPPORTED_IN_ELEMENT", FindingType.Error, RulePacks.Core, "VA-120",
        "The variable \"{variable}\" stands where variables have no meaning.", "Write the text it stands for.");

    public static readonly FindingRule VariableUnsupportedInVersion = Group.Add("VARIABLE_UNSUPPORTED_IN_VERSION", FindingType.Error, RulePacks.Core, "VA-121",
        "Without \"Version\": \"2012-10-17\" the variable \"{variable}\" is literal text.", "Set the version to 2012-10-17.");

    public static readonly FindingRule MissingBraceInVariable = Group.Add("MISSING_BRACE_IN_VARIABLE", FindingType.Error, RulePacks.Core, "VA-122",
        "A variable in \"{value}\" has no closing brace.", "Add the brace.");

    public static readonly FindingRule MissingQuoteInVariable = Group.Add("MISSING_QUOTE_IN_VARIABLE", FindingType.Error, RulePacks.Core, "VA-123",
        "The default of a variable in \"{value}\" is not in single quotes.", "Put it in single quotes, as in ${name, 'default'}.");

    public static readonly FindingRule UnsupportedSpaceInVariable = Group.Add("UNSUPPORTED_SPACE_IN_VARIABLE", FindingType.Error, RulePacks.Core, "VA-124",
        "The name of a variable in \"{value}\" holds a space.", "Remove the space.");

    public static readonly FindingRule EmptyVariable = Group.Add("EMPTY_VARIABLE", FindingType.Error, RulePacks.Core, "VA-125",
        "A variable in \"{value}\" has no name.", "Name a condition key, or write ${$} for a dollar sign.");

    public static readonly FindingRule InvalidVariableForOperator = Group.Add("INVALID_VARIABLE_FOR_OPERATOR", FindingType.Error, RulePacks.Core, "VA-126",
        "The operator {operator} takes no variables.", "Use a String, Arn or Bool operator, or write a plain value.");

    public static readonly FindingRule InvalidArnPrefix = Group.Add("INVALID_ARN_PREFIX", FindingType.Error, RulePacks.Core, "VA-130",
        "\"{value}\" does not start with arn:.", "Write * or a whole ARN.");

    public static readonly FindingRule MissingArnField = Group.Add("MISSING_ARN_FIELD", FindingType.Error, RulePacks.Core, "VA-131",
        "\"{value}\" has fewer than the {fields} fields of an ARN.", "Write arn:partition:service:region:account:resource.");

    public static readonly FindingRule InvalidArnServiceCase = Group.Add("INVALID_ARN_SERVICE_CASE", FindingType.Error, RulePacks.Core, "VA-132",
        "The service \"{service}\" of the ARN is not in lower case.", "Write it in lower case.");

    public static readonly FindingRule InvalidPartition = Group.Add("INVALID_PARTITION", FindingType.Error, RulePacks.Core, "VA-133",
        "The partition \"{partition}\" of the ARN for {service} does not exist.", "Use one of {partitions}.");

    public static readonly FindingRule InvalidArnAccount = Group.Add("INVALID_ARN_ACCOUNT", FindingType.Error, RulePacks.Core, "VA-134",
        "The account \"{account}\" of the ARN is not 12 digits.", "Write an account id, or leave the field empty where the resource has none.");

    public static readonly FindingRule InvalidArnRegion = Group.Add("INVALID_ARN_REGION", FindingType.Error, RulePacks.Core, "VA-135",
        "The region \"{region}\" of the ARN does not exist.", "Write a region of the catalog, or *.");

    public static readonly FindingRule ArnRegionNotAllowed = Group.Add("ARN_REGION_NOT_ALLOWED", FindingType.Error, RulePacks.Core, "VA-136",
        "ARNs of {service} of this form have no region.", "Leave the region empty.");

    public static readonly FindingRule ArnAccountNotAllowed = Group.Add("ARN_ACCOUNT_NOT_ALLOWED", FindingType.Error, RulePacks.Core, "VA-137",
        "ARNs of {service} of this form have no account.", "Leave the account empty.");

    public static readonly FindingRule MissingArnRegion = Group.Add("MISSING_ARN_REGION", FindingType.Error, RulePacks.Core, "VA-138",
        "ARNs of {service} of this form have a region.", "Write the region, or * for all.");

    public static readonly FindingRule MissingArnAccount = Group.Add("MISSING_ARN_ACCOUNT", FindingType.Error, RulePacks.Core, "VA-139",
        "The ARN of the resource \"{resourceName}\" has an account.", "Write the account id, or * for all.");

    public static readonly FindingRule InvalidArnResource = Group.Add("INVALID_ARN_RESOURCE", FindingType.Error, RulePacks.Core, "VA-140",
        "No resource of {service} has an ARN like \"{value}\".", "Use an ARN format of the service.");

    public static readonly FindingRule InvalidService = Group.Add("INVALID_SERVICE", FindingType.Error, RulePacks.Core, "VA-141",
        "The service \"{service}\" does not exist.", "Use a service of the catalog.");

    public static readonly FindingRule InvalidServiceInAction = Group.Add("INVALID_SERVICE_IN_ACTION", FindingType.Error, RulePacks.Core, "VA-142",
        "The service \"{service}\" of the action does not exist.", "Use a service of the catalog.");

    public static readonly FindingRule InvalidAction = Group.Add("INVALID_ACTION", FindingType.Error, RulePacks.Core, "VA-143",
        "The action \"{action}\" does not exist.", "Write * or service:Name with an action of the service.");

    public static readonly FindingRule InvalidServiceConditionKey = Group.Add("INVALID_SERVICE_CONDITION_KEY", FindingType.Error, RulePacks.Core, "VA-144",
        "The condition key \"{key}\" does not exist in {service}.", "Use a key of the service or a global one.");

    public static readonly FindingRule InvalidGlobalConditionKey = Group.Add("INVALID_GLOBAL_CONDITION_KEY", FindingType.Error, RulePacks.Core, "VA-145",
        "The global condition key \"{key}\" does not exist.", "Use one that does.");

    public static readonly FindingRule UnsupportedGlobalConditionKey = Group.Add("UNSUPPORTED_GLOBAL_CONDITION_KEY", FindingType.Error, RulePacks.Core, "VA-146",
        "The key \"{key}\" is not supported here.", "Use aws:PrincipalArn.");

    public static readonly FindingRule InvalidConditionKeyFormat = Group.Add("INVALID_CONDITION_KEY_FORMAT", FindingType.Error, RulePacks.Core, "VA-147",
        "\"{key}\" is not a condition key.", "Write prefix:Name.");

    public static readonly FindingRule MissingTagKeyInCondition = Group.Add("MISSING_TAG_KEY_IN_CONDITION", FindingType.Error, RulePacks.Core, "VA-148",
        "The key \"{conditionKeyName}\" names no tag.", "Write the tag's key after a slash.");

    public static readonly FindingRule UnsupportedActionInPolicy = Group.Add("UNSUPPORTED_ACTION_IN_POLICY", FindingType.Error, RulePacks.Core, "VA-149",
        "The action \"{action}\" has no effect in the policy of {resourceType}.", "Use actions on that resource.");

    public static readonly FindingRule UnsupportedResourceArnInPolicy = Group.Add("UNSUPPORTED_RESOURCE_ARN_IN_POLICY", FindingType.Error, RulePacks.Core, "VA-150",
        "The resource \"{value}\" is none of {resourceType}.", "Name the resource that the policy is attached to.");

    public static readonly FindingRule RoleTrustPolicySyntaxErrorNotprincipal = Group.Add("ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL", FindingType.Error, RulePacks.Core, "VA-151",
        "A role trust policy cannot hold NotPrincipal.", "Use Principal.");

    public static readonly FindingRule RoleTrustPolicyUnsupportedWildcardInPrincipal = Group.Add("ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL", FindingType.Error, RulePacks.Core, "VA-152",
        "\"Principal\": \"*\" cannot be used in a role trust policy.", "Name the principals, or write {\"AWS\": \"*\"} with a condition.");

    public static readonly FindingRule RoleTrustPolicySyntaxErrorResource = Group.Add("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE", FindingType.Error, RulePacks.Core, "VA-153",
        "A role trust policy cannot hold {element}: it is about its role.", "Remove it.");

    public static readonly FindingRule InvalidFederatedPrincipalSyntaxInRoleTrustPolicy = Group.Add("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY", FindingType.Error, RulePacks.Core, "VA-154",
        "\"{principal}\" is not an identity provider.", "Write the provider's host name, or the ARN of a SAML or OIDC provider.");

    public static readonly FindingRule InvalidConditionOperator = Group.Add("INVALID_CONDITION_OPERATOR", FindingType.Error, RulePacks.Core, "VA-155",
        "The condition operator \"{operator}\" does not exist.", "Use an operator of the policy language.");

    public static readonly FindingRule NullWithIfExists = Group.Add("NULL_WITH_IF_EXISTS", FindingType.Error, RulePacks.Core, "VA-156",
        "Null cannot take IfExists.", "Write Null.");

    public static readonly FindingRule DuplicateKeysWithDifferentCase = Group.Add("DUPLICATE_KEYS_WITH_DIFFERENT_CASE", FindingType.Error, RulePacks.Core, "VA-157",
        "\"{key}\" differs from an earlier name only in case.", "Unite the two.");

    public static readonly FindingRule InvalidConditionDataType = Group.Add("INVALID_CONDITION_DATA_TYPE", FindingType.Error, RulePacks.Core, "VA-158",
        "The values of \"{key}\" are of different JSON types.", "Write them all as strings.");

    public static readonly FindingRule InvalidConditionMultipleBoolean = Group.Add("INVALID_CONDITION_MULTIPLE_BOOLEAN", FindingType.Error, RulePacks.Core, "VA-159",
        "{operator} has more than one value for \"{key}\".", "Write one value.");

    public static readonly FindingRule MissingQualifier = Group.Add("MISSING_QUALIFIER", FindingType.Error, RulePacks.Core, "VA-160",
        "The key \"{key}\" has many values, and the operator says nothing of how to take them.", "Put ForAllValues: or ForAnyValue: before the operator.");

    public static readonly FindingRule UnsupportedActionForConditionKey = Group.Add("UNSUPPORTED_ACTION_FOR_CONDITION_KEY", FindingType.Error, RulePacks.Core, "VA-161",
        "The actions {actions} do not support the key \"{key}\".", "Move them to a statement without this condition.");

    public static readonly FindingRule MissingActionForConditionKey = Group.Add("MISSING_ACTION_FOR_CONDITION_KEY", FindingType.Error, RulePacks.Core, "VA-162",
        "The key \"{keyName}\" means something only with the action {actionName}.", "Add the action.");

    public static readonly FindingRule InvalidRegion = Group.Add("INVALID_REGION", FindingType.Error, RulePacks.Core, "VA-163",
        "The region \"{region}\" does not exist.", "Use a region of the catalog.");

    public static readonly FindingRule PrivateIpAddress = Group.Add("PRIVATE_IP_ADDRESS", FindingType.Error, RulePacks.Core, "VA-164",
        "aws:SourceIp is never one of the private addresses {values}.", "Use public addresses, or aws:VpcSourceIp.");

    public static readonly FindingRule PrivateNotIpAddress = Group.Add("PRIVATE_NOT_IP_ADDRESS", FindingType.Error, RulePacks.Core, "VA-165",
        "aws:SourceIp is never one of the private addresses {values}, so the condition always holds.", "Use public addresses, or aws:VpcSourceIp.");

    public static readonly FindingRule TypeMismatchIpRange = Group.Add("TYPE_MISMATCH_IP_RANGE", FindingType.Error, RulePacks.Core, "VA-166",
        "\"{value}\" is not an address or range for {operator}.", "Write an IPv4 or IPv6 address, or a range in CIDR form.");

    public static readonly FindingRule InvalidVpcFormat = Group.Add("INVALID_VPC_FORMAT", FindingType.Error, RulePacks.Aws, "VA-167",
        "\"{value}\" is not a VPC id.", "Write vpc- and 8 or 17 letters and digits.");

    public static readonly FindingRule InvalidVpceFormat = Group.Add("INVALID_VPCE_FORMAT", FindingType.Error, RulePacks.Aws, "VA-168",
        "\"{value}\" is not a VPC endpoint id.", "Write vpce- and 8 or 17 letters and digits.");

    public static readonly FindingRule InvalidKmsKeyValue = Group.Add("INVALID_KMS_KEY_VALUE", FindingType.Error, RulePacks.Aws, "VA-169",
        "The value \"{value}\" of \"{key}\" is not the ARN of a KMS key.", "Write arn:partition:kms:region:account:key/id.");

    public static readonly FindingRule UnsupportedConditionKeyForServicePrincipal = Group.Add("UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", FindingType.Error, RulePacks.Core, "VA-170",
        "Requests of service principals do not have {conditionKeys}.", "Remove the key, or use a key about the source such as aws:SourceArn.");

    public static readonly FindingRule VariableUsageTooPermissive = Group.Add("VARIABLE_USAGE_TOO_PERMISSIVE", FindingType.Error, RulePacks.Core, "VA-171",
        "The variable in \"{value}\" lets too much through for \"{key}\".", "Write the value, or move the variable.");

    public static readonly FindingRule WildcardUsageTooPermissive = Group.Add("WILDCARD_USAGE_TOO_PERMISSIVE", FindingType.Error, RulePacks.Core, "VA-172",
        "The wildcard in \"{value}\" lets too much through for \"{key}\".", "Write whole values.");

    public static readonly FindingRule MismatchedActionForPrincipal = Group.Add("MISMATCHED_ACTION_FOR_PRINCIPAL", FindingType.Error, RulePacks.Core, "VA-180",
        "The action {actionName} does not fit the principals {principalNames}.", "Use the action that belongs to the kind of provider.");

    public static readonly FindingRule MissingActionForRolesAnywhereTrustPolicy = Group.Add("MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY", FindingType.Error, RulePacks.Aws, "VA-181",
        "Roles Anywhere needs sts:AssumeRole, sts:SetSourceIdentity and sts:TagSession.", "Add {actions}.");

    public static readonly FindingRule ScpSyntaxErrorPrincipal = Group.Add("SCP_SYNTAX_ERROR_PRINCIPAL", FindingType.Error, RulePacks.Core, "VA-182",
        "A service control policy cannot hold {element}.", "Use a condition on aws:PrincipalArn.");

    public static readonly FindingRule ScpSyntaxErrorActionWildcard = Group.Add("SCP_SYNTAX_ERROR_ACTION_WILDCARD", FindingType.Error, RulePacks.Core, "VA-183",
        "The action \"{action}\" has a wildcard before its end.", "Put the wildcard at the end.");

    public static readonly FindingRule ScpSyntaxErrorAllowCondition = Group.Add("SCP_SYNTAX_ERROR_ALLOW_CONDITION", FindingType.Error, RulePacks.Core, "VA-184",
        "An allow of a service control policy cannot hold Condition.", "Use a deny, or remove it.");

    public static readonly FindingRule ScpSyntaxErrorAllowNotaction = Group.Add("SCP_SYNTAX_ERROR_ALLOW_NOTACTION", FindingType.Error, RulePacks.Core, "VA-185",
        "An allow of a service control policy cannot hold NotAction.", "Use Action, or a deny.");

    public static readonly FindingRule ScpSyntaxErrorAllowResource = Group.Add("SCP_SYNTAX_ERROR_ALLOW_RESOURCE", FindingType.Error, RulePacks.Core, "VA-186",
        "An allow of a service control policy cannot name resources.", "Write \"Resource\": \"*\".");

    public static readonly FindingRule ScpSyntaxErrorNotresource = Group.Add("SCP_SYNTAX_ERROR_NOTRESOURCE", FindingType.Error, RulePacks.Core, "VA-187",
        "A service control policy cannot hold NotResource.", "Use Resource.");

    public static readonly FindingRule PolicySizeExceedsScpQuota = Group.Add("POLICY_SIZE_EXCEEDS_SCP_QUOTA", FindingType.Error, RulePacks.Core, "VA-188",
        "The policy has {policySize} characters; the quota is {policySizeQuota}.", "Shorten or split it.");

    public static readonly FindingRule PolicySizeExceedsRcpQuota = Group.Add("POLICY_SIZE_EXCEEDS_RCP_QUOTA", FindingType.Error, RulePacks.Core, "VA-190",
        "The policy has {policySize} characters; the quota is {policySizeQuota}.", "Shorten or split it.");

    public static readonly FindingRule RcpSyntaxErrorPrincipal = Group.Add("RCP_SYNTAX_ERROR_PRINCIPAL", FindingType.Error, RulePacks.Core, "VA-191",
        "A resource control policy concerns every principal.", "Write \"Principal\": \"*\".");

    public static readonly FindingRule RcpSyntaxErrorAllow = Group.Add("RCP_SYNTAX_ERROR_ALLOW", FindingType.Error, RulePacks.Core, "VA-192",
        "A resource control policy can only deny.", "Write \"Effect\": \"Deny\".");

    public static readonly FindingRule RcpSyntaxErrorNotaction = Group.Add("RCP_SYNTAX_ERROR_NOTACTION", FindingType.Error, RulePacks.Core, "VA-193",
        "A resource control policy cannot hold NotAction.", "Use Action.");

    public static readonly FindingRule RcpSyntaxErrorAction = Group.Add("RCP_SYNTAX_ERROR_ACTION", FindingType.Error, RulePacks.Core, "VA-194",
        "The action \"{action}\" is of no service that resource control policies support.", "Use one of {services}.");

    public static IReadOnlyList<FindingRule> All => Group.Rules;
}
