using System.Globalization;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>The size of the document against its quota (VA-301), counted as PL-190 counts.</summary>
internal static class SizeChecks
{
    public static void Check(LintRun run)
    {
        var quotas = run.Options.Quotas;
        var utf8 = run.Tree.Utf8;
        switch (run.Type)
        {
            case PolicyType.Identity:
                var (quota, others) = quotas.Attachment switch
                {
                    PolicyAttachment.InlineUser => (quotas.InlineUserPolicies, quotas.OtherInlinePolicies),
                    PolicyAttachment.InlineRole => (quotas.InlineRolePolicies, quotas.OtherInlinePolicies),
                    PolicyAttachment.InlineGroup => (quotas.InlineGroupPolicies, quotas.OtherInlinePolicies),
                    PolicyAttachment.Inline => (quotas.InlineRolePolicies, 0),
                    _ => (quotas.ManagedPolicy, 0),
                };
                Compare(run, Warnings.PolicySizeExceedsIdentityPolicyQuota, Dense(utf8, quota - others) + others, quota);
                break;
            case PolicyType.PermissionsBoundary:
                Compare(run, Warnings.PolicySizeExceedsIdentityPolicyQuota, Dense(utf8, quotas.ManagedPolicy), quotas.ManagedPolicy);
                break;
            case PolicyType.Session:
                Compare(run, Warnings.PolicySizeExceedsIdentityPolicyQuota, Characters(utf8) + quotas.SessionPolicyArns, quotas.SessionPolicy);
                break;
            case PolicyType.Trust:
                Compare(run, Warnings.PolicySizeExceedsRoleTrustPolicyQuota, Dense(utf8, quotas.TrustPolicy), quotas.TrustPolicy);
                break;
            case PolicyType.ServiceControl:
                Compare(run, Errors.PolicySizeExceedsScpQuota, Characters(utf8), quotas.ServiceControlPolicy);
                break;
            case PolicyType.ResourceControl:
                Compare(run, Errors.PolicySizeExceedsRcpQuota, Characters(utf8), quotas.ResourceControlPolicy);
                break;
            default:
                var declared = run.ResourceType is { } type ? run.Catalog.FindResourceType(type)?.Resource.Resource.PolicySizeQuota : null;
                Compare(run, Warnings.PolicySizeExceedsResourcePolicyQuota, utf8.Length, declared ?? quotas.ResourcePolicy);
                break;
        }
    }

    private static void Compare(LintRun run, FindingRule rule, int size, int quota)
    {
        if (size > quota)
        {
            run.Report(
                rule, Place.Value(0),
                ("policySize", size.ToString(CultureInfo.InvariantCulture)), ("policySizeQuota", quota.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Characters without white space. A text whose bytes are within the quota is not counted.</summary>
    private static int Dense(ReadOnlySpan<byte> utf8, int quota)
    {
        if (utf8.Length <= quota)
        {
            return 0;
        }

        var blanks = utf8.Count((byte)' ') + utf8.Count((byte)'\n') + utf8.Count((byte)'\r') + utf8.Count((byte)'\t');
        return Characters(utf8) - blanks;
    }

    private static int Characters(ReadOnlySpan<byte> utf8) => System.Text.Ascii.IsValid(utf8) ? utf8.Length : CountFirstBytes(utf8);

    private static int CountFirstBytes(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in utf8)
        {
            count += (b & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }
}
