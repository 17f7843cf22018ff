using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using IamCore.Credentials.Mfa;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration;

/// <summary>Checks the parameters with which a session is requested (ST-010 to ST-020).</summary>
internal static class SessionInput
{
    private const string Word = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";

    private static readonly SearchValues<char> NameChars = SearchValues.Create(Word + "+=,.@-");

    private static readonly SearchValues<char> ExternalIdChars = SearchValues.Create(Word + "+=,.@:/-");

    private static readonly SearchValues<char> SerialChars = SearchValues.Create(Word + "+=/:,.@-");

    public static void RoleArn(ParameterCheck check, string? value)
    {
        check.Length(value ?? "", "RoleArn", 20, 2048, "ST-010");
        check.Require(
            Arn.TryParse(value, out var arn) && arn.Service is "iam" && arn.Region.IsEmpty && AccountId.IsValid(arn.Account)
                && arn.Resource.StartsWith("role/", StringComparison.Ordinal),
            "RoleArn", "must be the ARN of a role", "ST-010");
    }

    public static void RoleSessionName(ParameterCheck check, string? value) => check.Text(value, "RoleSessionName", 2, 64, NameChars, @"[\w+=,.@-]*", "ST-011");

    public static void FederatedName(ParameterCheck check, string? value) => check.Text(value, "Name", 2, 32, NameChars, @"[\w+=,.@-]*", "ST-086");

    public static void ExternalId(ParameterCheck check, string? value)
    {
        if (value is not null)
        {
            check.Text(value, "ExternalId", 2, 1224, ExternalIdChars, @"[\w+=,.@:\/-]*", "ST-018");
        }
    }

    public static void SourceIdentity(ParameterCheck check, string? value)
    {
        if (value is not null)
        {
            check.Text(value, "SourceIdentity", 2, 64, NameChars, @"[\w+=,.@-]*", "ST-017");
            check.Require(!value.StartsWith("aws:", StringComparison.OrdinalIgnoreCase), "SourceIdentity", "must not begin with aws:", "ST-017");
        }
    }

    public static void Mfa(ParameterCheck check, string? serialNumber, string? tokenCode)
    {
        if (serialNumber is not null)
        {
            SerialNumber(check, serialNumber);
        }

        if (tokenCode is not null)
        {
            check.Require(OneTimePassword.IsCode(tokenCode), "TokenCode", "must be six digits", "ST-019");
        }

        check.Require(serialNumber is null == tokenCode is null, "TokenCode", "must be passed with SerialNumber, and only with it", "ST-019");
    }

    public static void SerialNumber(ParameterCheck check, string? value) => check.Text(value, "SerialNumber", 9, 256, SerialChars, @"[\w+=/:,.@-]*", "ST-019");

    /// <summary>Checks the form and size of session policies (ST-013, ST-014).</summary>
    public static void Policies(ParameterCheck check, string? policy, ValueList<string> policyArns)
    {
        if (policy is not null)
        {
            check.Length(policy, "Policy", 1, 2048, "ST-013");
            check.Require(IsPolicyText(policy), "Policy", @"must satisfy the pattern [\u0009\u000A\u000D\u0020-\u00FF]+", "ST-013");
        }

        check.Require(policyArns.Count <= check.Quotas.ValueOf(Quota.ManagedSessionPolicies), "PolicyArns", "must have at most 10 members", "ST-014");
        var size = policy?.Length ?? 0;
        foreach (var arn in policyArns)
        {
            size += arn.Length;
        }

        check.Require(
            size <= check.Quotas.ValueOf(Quota.SessionPolicySize), "Policy", "and the policy ARNs together must have at most 2048 characters", "ST-013");
        if (policy is not null && !PolicyDocument.TryParse(policy, PolicyType.Session, out _, out var faults))
        {
            check.Refuse(IamErrors.Malformed("The session policy is not a valid policy.", "ST-013", faults));
        }
    }

    /// <summary>Checks session tags; every violation is a <c>ValidationError</c> here (ST-015, ST-016).</summary>
    public static void Tags(ParameterCheck check, ValueList<Tag> tags, ValueList<string> transitiveKeys)
    {
        check.Tags(tags);
        check.Require(tags.Count <= 50, "Tags", "must have at most 50 members", "ST-015");
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var tag in tags)
        {
            check.Require(
                !tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) && tag.Value?.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) != true,
                "Tags", "must not begin with aws:", "ST-015");
            check.Require(keys.Add(tag.Key), "Tags", "must not have a key twice, in any letter case", "ST-015");
        }

        check.Require(transitiveKeys.Count <= 50, "TransitiveTagKeys", "must have at most 50 members", "ST-016");
        foreach (var key in transitiveKeys)
        {
            check.Require(keys.Contains(key), "TransitiveTagKeys", "must be keys of Tags", "ST-016");
        }
    }

    /// <summary>Returns the packed size in percent of the limit; null if nothing was passed (ST-020).</summary>
    /// <exception cref="IamException"><c>PackedPolicyTooLarge</c>: the size exceeds the limit.</exception>
    public static int? PackedSize(string? policy, ValueList<string> policyArns, ValueList<Tag> tags, int limit)
    {
        if (policy is null && policyArns.Count == 0 && tags.Count == 0)
        {
            return null;
        }

        // Compressed, because the limit is on the packed form: repetitive policies may be longer than random ones.
        var text = new StringBuilder(policy).Append('\n');
        foreach (var arn in policyArns)
        {
            text.Append(arn).Append('\n');
        }

        foreach (var tag in tags)
        {
            text.Append(tag.Key).Append('=').Append(tag.Value).Append('\n');
        }

        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(Encoding.UTF8.GetBytes(text.ToString()));
        }

        var percent = (int)(((packed.Length * 100) + limit - 1) / limit);
        return percent <= 100 ? percent : throw new IamException(
            IamErrorCode.PackedPolicyTooLarge,
            string.Create(CultureInfo.InvariantCulture, $"Packed size of session policies and tags consumes {percent}% of allotted space."),
            "ST-020");
    }

    private static bool IsPolicyText(string policy)
    {
        foreach (var c in policy)
        {
            if (c is not ('\t' or '\n' or '\r' or (>= ' ' and <= '\u00FF')))
            {
                return false;
            }
        }

        return true;
    }
}
