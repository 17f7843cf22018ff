namespace IamCore.Policies.Linting.Catalog;

/// <summary>What values of a condition key look like beyond their type (VA-207).</summary>
public enum ConditionKeyFormat : byte
{
    /// <summary>Nothing is known.</summary>
    None,

    /// <summary>An ARN.</summary>
    Arn,

    /// <summary>The ARN of a KMS key (VA-169).</summary>
    KmsKeyArn,

    /// <summary>The name of a service principal (VA-117).</summary>
    ServicePrincipal,

    /// <summary>A region (VA-163).</summary>
    Region,

    /// <summary>An account id.</summary>
    Account,
}
