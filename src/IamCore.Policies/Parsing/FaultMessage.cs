using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IamCore.Policies.Parsing;

/// <summary>The message patterns of PL-200 that are filled in more than one way.</summary>
internal static class FaultMessage
{
    public const string NotText = "The document is not valid JSON: not Unicode text";

    /// <summary>Says what stands where the reading stopped.</summary>
    public static string InvalidJson(ReadOnlySpan<byte> utf8, int offset) => $"The document is not valid JSON: {Unexpected(utf8, offset)}";

    /// <summary>Names what stands at a place where it should not.</summary>
    public static string Unexpected(ReadOnlySpan<byte> utf8, int offset)
    {
        var detail = "unexpected end";
        if (Rune.DecodeFromUtf8(utf8[offset..], out var character, out _) == System.Buffers.OperationStatus.Done)
        {
            detail = Rune.IsControl(character)
                ? string.Create(CultureInfo.InvariantCulture, $"unexpected U+{character.Value:X4}")
                : $"unexpected \"{character}\"";
        }

        return detail;
    }

    public static string Type(string element, string expected, JsonTokenType actual)
    {
        var found = actual switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.Null => "null",
            _ => "a boolean",
        };
        return $"{element} must be {expected}, not {found}";
    }

    /// <summary>An error of the form of one string, which the code tells.</summary>
    public static string Form(PolicyFaultCode code, string value, string element) => code switch
    {
        PolicyFaultCode.InvalidAction => $"\"{value}\" is not an action: expected service:Name or *",
        PolicyFaultCode.WildcardInServicePrefix => $"\"{value}\": the service prefix cannot contain a wildcard",
        PolicyFaultCode.InvalidResourceArn => $"\"{value}\" is neither * nor an ARN with six fields",
        PolicyFaultCode.WildcardInServiceSegment => $"\"{value}\": the service field of a resource cannot contain a wildcard",
        PolicyFaultCode.InvalidPrincipalFormat => $"\"{value}\" is not a principal",
        PolicyFaultCode.UnsupportedWildcardInPrincipal => $"\"{value}\": a principal cannot contain * or ?",
        PolicyFaultCode.InvalidServicePrincipal => $"\"{value}\" is not a service principal",
        PolicyFaultCode.MissingBraceInVariable => $"\"{value}\": variable without closing brace",
        PolicyFaultCode.EmptyVariable => $"\"{value}\": empty variable",
        PolicyFaultCode.UnsupportedSpaceInVariable => $"\"{value}\": space in a variable name",
        PolicyFaultCode.MissingQuoteInVariable => $"\"{value}\": the default value must be in single quotes",
        PolicyFaultCode.InvalidVariable => $"\"{value}\": malformed variable",
        PolicyFaultCode.InvalidVariableForOperator => $"Variables cannot be used with {element}",
        PolicyFaultCode.VariableUnsupportedInElement => VariableUnsupported(element),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string VariableUnsupported(string element) =>
        element is "Resource" or "NotResource"
            ? $"Variables cannot be used in {element} before the sixth field"
            : $"Variables cannot be used in {element}";
}
