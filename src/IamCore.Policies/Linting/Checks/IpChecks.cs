using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Addresses and ranges (VA-164, VA-165, VA-620, VA-630, VA-631).</summary>
internal static class IpChecks
{
    /// <summary>Blocks whose addresses never reach AWS over the internet (VA-028).</summary>
    private static readonly AddressBlock[] Private =
    [
        .. new[]
        {
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "100.64.0.0/10", "::1/128", "fc00::/7", "fe80::/10",
        }.Select(text => AddressBlock.TryParse(text, out var block) ? block : throw new System.Diagnostics.UnreachableException()),
    ];

    public static void Check(LintRun run, ConditionView condition)
    {
        var isSourceIp = condition.IsKey("aws:SourceIp");
        var isPrivate = new List<TextNode>();
        var count = 0;
        foreach (var value in condition.Values)
        {
            if (!AddressBlock.TryParse(value.Text, out var block))
            {
                continue;
            }

            count++;
            if (block.HasHostBits)
            {
                run.Report(Suggestions.ImproveIpRange, Place.Value(value.Node), ("value", value.Text), ("addr", block.ToString()));
            }

            if (isSourceIp && Private.Any(p => p.Contains(block)))
            {
                isPrivate.Add(value);
            }
        }

        if (isPrivate.Count > 0)
        {
            Report(run, condition, isPrivate, isAll: isPrivate.Count == count);
        }
    }

    private static void Report(LintRun run, ConditionView condition, List<TextNode> values, bool isAll)
    {
        var isNegated = condition.Operator.IsNegated;
        var texts = string.Join(", ", values.Select(v => v.Text));
        if (isAll)
        {
            run.Report(
                isNegated ? Errors.PrivateNotIpAddress : Errors.PrivateIpAddress, Place.Value(condition.Element.Member), ("values", texts));
            return;
        }

        var draft = run.Report(
            isNegated ? Suggestions.PrivateNotIpAddressSubset : Suggestions.PrivateIpAddressSubset, Place.Value(values[0].Node), ("values", texts));
        foreach (var value in values.Skip(1))
        {
            draft.And(Place.Value(value.Node));
        }
    }
}
