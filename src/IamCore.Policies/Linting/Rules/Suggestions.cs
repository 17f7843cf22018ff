namespace IamCore.Policies.Linting.Rules;

/// <summary>Suggestions of VA-601 to VA-663.</summary>
internal static class Suggestions
{
    private static readonly RuleGroup Group = new();

    public static readonly FindingRule EmptyArrayAction = Group.Add("EMPTY_ARRAY_ACTION", FindingType.Suggestion, RulePacks.Core, "VA-601",
        "{element} is an empty list.", "List actions, or remove the statement.");

    public static readonly FindingRule EmptyArrayResource = Group.Add("EMPTY_ARRAY_RESOURCE", FindingType.Suggestion, RulePacks.Core, "VA-602",
        "{element} is an empty list.", "List resources, or remove the statement.");

    public static readonly FindingRule EmptyArrayPrincipal = Group.Add("EMPTY_ARRAY_PRINCIPAL", FindingType.Suggestion, RulePacks.Core, "VA-603",
        "The list of principals is empty.", "List principals, or remove the statement.");

    public static readonly FindingRule EmptyObjectPrincipal = Group.Add("EMPTY_OBJECT_PRINCIPAL", FindingType.Suggestion, RulePacks.Core, "VA-604",
        "The principal names nobody.", "Name principals, or remove the statement.");

    public static readonly FindingRule EmptyObjectCondition = Group.Add("EMPTY_OBJECT_CONDITION", FindingType.Suggestion, RulePacks.Core, "VA-605",
        "The condition block is empty and always holds.", "Remove it, or add conditions.");

    public static readonly FindingRule EmptyArrayCondition = Group.Add("EMPTY_ARRAY_CONDITION", FindingType.Suggestion, RulePacks.Core, "VA-606",
        "The key \"{key}\" has no values.", "List values, or remove the key.");

    public static readonly FindingRule EmptyArrayConditionForallvalues = Group.Add("EMPTY_ARRAY_CONDITION_FORALLVALUES", FindingType.Suggestion, RulePacks.Core, "VA-607",
        "ForAllValues on \"{key}\" has no values: it holds only where the key is absent.", "List values, or use Null.");

    public static readonly FindingRule EmptyArrayConditionForanyvalue = Group.Add("EMPTY_ARRAY_CONDITION_FORANYVALUE", FindingType.Suggestion, RulePacks.Core, "VA-608",
        "ForAnyValue on \"{key}\" has no values: it holds for no value.", "List values, or remove the key.");

    public static readonly FindingRule EmptyArrayConditionIfexists = Group.Add("EMPTY_ARRAY_CONDITION_IFEXISTS", FindingType.Suggestion, RulePacks.Core, "VA-609",
        "The key \"{key}\" has no values: with IfExists it holds only where the key is absent.", "List values, or use Null.");

    public static readonly FindingRule EmptySidValue = Group.Add("EMPTY_SID_VALUE", FindingType.Suggestion, RulePacks.Core, "VA-610",
        "The Sid is empty.", "Give it a value, or remove it.");

    public static readonly FindingRule ImproveIpRange = Group.Add("IMPROVE_IP_RANGE", FindingType.Suggestion, RulePacks.Core, "VA-620",
        "The range \"{value}\" names bits beyond its length.", "Write {addr}.");

    public static readonly FindingRule NullWithQualifier = Group.Add("NULL_WITH_QUALIFIER", FindingType.Suggestion, RulePacks.Core, "VA-621",
        "{operator} says nothing that Null does not.", "Write Null.");

    public static readonly FindingRule PrivateIpAddressSubset = Group.Add("PRIVATE_IP_ADDRESS_SUBSET", FindingType.Suggestion, RulePacks.Core, "VA-630",
        "aws:SourceIp is never one of the private addresses {values}.", "Remove them, or use aws:VpcSourceIp.");

    public static readonly FindingRule PrivateNotIpAddressSubset = Group.Add("PRIVATE_NOT_IP_ADDRESS_SUBSET", FindingType.Suggestion, RulePacks.Core, "VA-631",
        "aws:SourceIp is never one of the private addresses {values}.", "Remove them, or use aws:VpcSourceIp.");

    public static readonly FindingRule RedundantAction = Group.Add("REDUNDANT_ACTION", FindingType.Suggestion, RulePacks.Core, "VA-640",
        "{redundantActionCount} of the actions are covered by others: {redundantAction}.", "Remove them.");

    public static readonly FindingRule RedundantResource = Group.Add("REDUNDANT_RESOURCE", FindingType.Suggestion, RulePacks.Core, "VA-641",
        "{redundantResourceCount} of the resources are covered by others: {redundantResource}.", "Remove them.");

    public static readonly FindingRule RedundantStatement = Group.Add("REDUNDANT_STATEMENT", FindingType.Suggestion, RulePacks.Core, "VA-642",
        "The statement says the same as an earlier one.", "Remove it.");

    public static readonly FindingRule RedundantConditionValueNum = Group.Add("REDUNDANT_CONDITION_VALUE_NUM", FindingType.Suggestion, RulePacks.Core, "VA-643",
        "Of the values of \"{key}\" under {operator} only {bound} counts.", "Keep that one.");

    public static readonly FindingRule WildcardInServiceName = Group.Add("WILDCARD_IN_SERVICE_NAME", FindingType.Suggestion, RulePacks.Core, "VA-644",
        "\"{value}\" has a wildcard in the name of the service.", "Name the service.");

    public static readonly FindingRule AllowWithUnsupportedTagConditionKeyForService = Group.Add("ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", FindingType.Suggestion, RulePacks.Core, "VA-650",
        "Some actions of {serviceNames} do not support \"{conditionKeyName}\", so the allow never holds for them.", "Remove them, or allow them apart.");

    public static readonly FindingRule AllowNotactionWithUnsupportedTagConditionKeyForService = Group.Add("ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", FindingType.Suggestion, RulePacks.Core, "VA-651",
        "NotAction covers actions that do not support \"{conditionKeyName}\", so the allow never holds for them.", "List actions.");

    public static readonly FindingRule RecommendedConditionKeyForServicePrincipal = Group.Add("RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", FindingType.Suggestion, RulePacks.Core, "VA-652",
        "The conditions do not bind {servicePrincipalPrefix} to a source.", "Add a condition on {key}.");

    public static readonly FindingRule IrrelevantConditionKeyInPolicy = Group.Add("IRRELEVANT_CONDITION_KEY_IN_POLICY", FindingType.Suggestion, RulePacks.Core, "VA-653",
        "The key \"{condition-key}\" says nothing in the policy of {resource-type}.", "Remove it.");

    public static readonly FindingRule RedundantPrincipalInRoleTrustPolicy = Group.Add("REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY", FindingType.Suggestion, RulePacks.Core, "VA-654",
        "The session \"{redundant_principal}\" is one of {parent_role}, which is listed too.", "Remove it.");

    public static readonly FindingRule ConfirmAudienceClaimType = Group.Add("CONFIRM_AUDIENCE_CLAIM_TYPE", FindingType.Suggestion, RulePacks.Core, "VA-655",
        "The audience \"{key}\" usually has one value ({audienceType}).", "Confirm that the provider sends many, or remove ForAllValues.");

    public static readonly FindingRule EquivalentToNullFalse = Group.Add("EQUIVALENT_TO_NULL_FALSE", FindingType.Suggestion, RulePacks.Core, "VA-660",
        "{operator} on \"{key}\" holds just where the key is present.", "Write \"Null\": {\"{recommendedKey}\": \"false\"}.");

    public static readonly FindingRule EquivalentToNullTrue = Group.Add("EQUIVALENT_TO_NULL_TRUE", FindingType.Suggestion, RulePacks.Core, "VA-661",
        "{operator} on \"{key}\" holds just where the key is absent.", "Write \"Null\": {\"{recommendedKey}\": \"true\"}.");

    public static readonly FindingRule RedundantKeyDueToWildcardInCondition = Group.Add("REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION", FindingType.Suggestion, RulePacks.Core, "VA-662",
        "{operator} on \"{key}\" always holds.", "Remove it.");

    public static readonly FindingRule RedundantStatementDueToWildcardInCondition = Group.Add("REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION", FindingType.Suggestion, RulePacks.Core, "VA-663",
        "{operator} on \"{key}\" never holds, so the statement never matches.", "Remove the statement, or change the condition.");

    public static IReadOnlyList<FindingRule> All => Group.Rules;
}
