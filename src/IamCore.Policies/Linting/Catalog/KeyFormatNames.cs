namespace IamCore.Policies.Linting.Catalog;

/// <summary>Names of key formats in catalog documents (VA-207).</summary>
internal static class KeyFormatNames
{
    public static ConditionKeyFormat Parse(string? name) => name switch
    {
        "arn" => ConditionKeyFormat.Arn,
        "kms-key-arn" => ConditionKeyFormat.KmsKeyArn,
        "service-principal" => ConditionKeyFormat.ServicePrincipal,
        "region" => ConditionKeyFormat.Region,
        "account" => ConditionKeyFormat.Account,
        _ => ConditionKeyFormat.None,
    };

    public static string Write(ConditionKeyFormat format) => format switch
    {
        ConditionKeyFormat.Arn => "arn",
        ConditionKeyFormat.KmsKeyArn => "kms-key-arn",
        ConditionKeyFormat.ServicePrincipal => "service-principal",
        ConditionKeyFormat.Region => "region",
        ConditionKeyFormat.Account => "account",
        _ => "",
    };
}
