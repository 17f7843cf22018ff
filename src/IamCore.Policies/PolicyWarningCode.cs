namespace IamCore.Policies;

/// <summary>The warnings of PL-210, in its order; written with <c>W-</c> in front.</summary>
public enum PolicyWarningCode : byte
{
    /// <summary>A list or object without entries: the statement never matches, or no value does.</summary>
    EmptyList,

    /// <summary>A condition, or an operator in it, without keys: it always holds.</summary>
    EmptyCondition,

    /// <summary>A character beyond U+00FF, which AWS does not store.</summary>
    Charset,

    /// <summary><c>Null</c> under a set operator: always or never true (PL-118).</summary>
    NullWithSetOperator,

    /// <summary>An empty <c>Sid</c>, which counts as none.</summary>
    EmptySid,

    /// <summary><c>${</c> under the older version, where it is ordinary text (PL-021).</summary>
    VariableInOldVersion,

    /// <summary><c>ForAllValues</c> in an <c>Allow</c>, which holds where the key is absent, without a <c>Null: false</c> on the key.</summary>
    ForAllValuesWithAllow,

    /// <summary>A set operator on a key that has one value (PL-122).</summary>
    SetOperatorOnSingleValuedKey,

    /// <summary>No set operator on a key that has several values (PL-123).</summary>
    MissingSetOperator,

    /// <summary>Everyone may assume a role (PL-041).</summary>
    WildcardPrincipalInTrust,

    /// <summary><c>Allow</c> with <c>NotAction</c>: all actions but those named, future ones too.</summary>
    AllowNotAction,

    /// <summary><c>Allow</c> with <c>NotResource</c>: all resources but those named, future ones too.</summary>
    AllowNotResource,

    /// <summary>An entry that another one of the same list covers.</summary>
    RedundantEntry,
}
