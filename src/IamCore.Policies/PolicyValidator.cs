using System.Text;
using IamCore.Policies.Linting;
using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Linting.Rules;
using IamCore.Policies.Parsing;
using IamCore.Policies.Validation;

namespace IamCore.Policies;

/// <summary>
/// Finds mistakes in policies: AWS's published checks by their codes, with exact places, and a few of IamCore's own (VA-001). Never throws on
/// any policy text, does no I/O, and is safe for concurrent use. The time it takes grows with the length of the text.
/// </summary>
public static class PolicyValidator
{
    /// <summary>Every rule there is: AWS's, then IamCore's own.</summary>
    public static ValueList<FindingRule> Rules => FindingRules.All;

    /// <summary>Validates a policy text; a byte order mark at its start is skipped.</summary>
    /// <returns>The findings by place, then type, code and message (VA-016); none where there is nothing to say.</returns>
    public static ValueList<Finding> Validate(string json, ValidationOptions options)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(options);
        var text = json.StartsWith('\uFEFF') ? json.AsSpan(1) : json;
        var utf8 = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, utf8);
        var type = TypeOf(options);
        _ = PolicyReader.TryRead(json, type, out _, out var faults);
        return PolicyLinter.Run(utf8, faults, options, type);
    }

    /// <summary>Validates a policy text in UTF-8; a byte order mark at its start is skipped.</summary>
    /// <returns>The findings by place, then type, code and message (VA-016); none where there is nothing to say.</returns>
    public static ValueList<Finding> Validate(ReadOnlySpan<byte> utf8Json, ValidationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var text = utf8Json.StartsWith("\uFEFF"u8) ? utf8Json[3..] : utf8Json;
        var type = TypeOf(options);
        _ = PolicyReader.TryRead(text, type, out _, out var faults);
        return PolicyLinter.Run(text.ToArray(), faults, options, type);
    }

    /// <summary>Validates a document as the type it was read as; the type in <paramref name="options"/> is not used.</summary>
    public static ValueList<Finding> Validate(PolicyDocument document, ValidationOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        return PolicyLinter.Run(document.Source.Utf8.ToArray(), [], options, document.Type);
    }

    /// <summary>A resource policy of a role is a trust policy (VA-003).</summary>
    private static PolicyType TypeOf(ValidationOptions options) =>
        options.PolicyType == PolicyType.Resource
        && string.Equals(options.ResourceType, AwsResourceTypes.AssumeRolePolicyDocument, StringComparison.Ordinal)
            ? PolicyType.Trust
            : options.PolicyType;
}
