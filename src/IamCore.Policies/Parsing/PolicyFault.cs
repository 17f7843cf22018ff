namespace IamCore.Policies;

/// <summary>One error of a document (PL-009): what, where, and what was expected.</summary>
/// <param name="Code">The stable code (PL-200).</param>
/// <param name="Message">One sentence without a full stop, in the words of the document.</param>
/// <param name="Path">JSON path of the place (VA-013), for example <c>$.Statement[2].Effect</c>.</param>
/// <param name="Line">Line of the place, from 1 (PL-019).</param>
/// <param name="Column">Column of the place, from 1, in UTF-16 code units (PL-019).</param>
public sealed record PolicyFault(PolicyFaultCode Code, string Message, string Path, int Line, int Column)
{
    /// <summary>For people: <c>InvalidEffect $.Statement[2].Effect (7,19): …</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Code} {Path} ({Line},{Column}): {Message}");
}

/// <summary>A document could not be read; <see cref="Faults"/> has every error in document order.</summary>
public sealed class PolicyFormatException : FormatException
{
    /// <summary>Wraps the errors of one document, at least one.</summary>
    public PolicyFormatException(ValueList<PolicyFault> faults)
        : base(string.Join(Environment.NewLine, faults)) => Faults = faults;

    /// <summary>All errors in document order; at least one.</summary>
    public ValueList<PolicyFault> Faults { get; }
}

/// <summary>The codes of PL-200, in the order of its table.</summary>
public enum PolicyFaultCode : byte
{
#pragma warning disable CS1591 // PL-200 is the documentation of each
    InvalidJson,
    DocumentTooLarge,
    NestingTooDeep,
    InvalidType,
    UnknownElement,
    DuplicateKey,
    ElementNotAllowed,
    UnsupportedElementCombination,
    MissingStatement,
    MissingVersion,
    InvalidVersion,
    MissingEffect,
    InvalidEffect,
    EffectNotAllowed,
    MissingAction,
    MissingResource,
    MissingPrincipal,
    InvalidSid,
    DuplicateSid,
    InvalidPrincipalKey,
    InvalidPrincipalFormat,
    UnsupportedWildcardInPrincipal,
    InvalidServicePrincipal,
    NotPrincipalWithAllow,
    EmptyList,
    InvalidAction,
    WildcardInServicePrefix,
    InvalidResourceArn,
    WildcardInServiceSegment,
    InvalidConditionOperator,
    NullWithIfExists,
    InvalidConditionKey,
    InvalidConditionValue,
    MissingBraceInVariable,
    EmptyVariable,
    UnsupportedSpaceInVariable,
    MissingQuoteInVariable,
    InvalidVariable,
    InvalidVariableForOperator,
    VariableUnsupportedInElement,
    PolicyTooLarge,
#pragma warning restore CS1591
}
