using System.Globalization;
using IamCore.Policies;

namespace IamCore.Benchmarks.Workloads.Generation;

/// <summary>
/// The answer a generated question must get, worked out from the generated form itself: only the part of the language that workloads use,
/// and nothing of the library under test.
/// </summary>
internal static class ExpectedDecision
{
    public static Decision Of(GeneratedRequest request, GeneratedPolicies shared, GeneratedPolicy? resourcePolicy)
    {
        var verdicts = new List<Decision> { Scan(shared.Identity, request, []) };
        if (shared.PermissionsBoundary.Length > 0)
        {
            verdicts.Add(Scan(shared.PermissionsBoundary, request, []));
        }

        if (shared.Session.Length > 0)
        {
            verdicts.Add(Scan(shared.Session, request, []));
        }

        verdicts.AddRange(shared.ServiceControl.Select(level => Scan(level, request, [])));
        if (resourcePolicy is not null)
        {
            verdicts.Add(Scan([resourcePolicy], request, NamesOf(request.Principal)));
        }

        return verdicts.Contains(Decision.ExplicitDeny) ? Decision.ExplicitDeny
            : verdicts.Contains(Decision.ImplicitDeny) ? Decision.ImplicitDeny
            : Decision.Allow;
    }

    /// <summary>The session, its role and its account. Questions with a resource policy cross accounts, so it must allow too.</summary>
    private static string[] NamesOf(string session)
    {
        var fields = session.Split(':');
        var role = fields[5].Split('/')[1];
        return [session, $"arn:aws:iam::{fields[4]}:role/{role}", $"arn:aws:iam::{fields[4]}:root", fields[4]];
    }

    private static Decision Scan(GeneratedPolicy[] policies, GeneratedRequest request, string[] principals)
    {
        var decision = Decision.ImplicitDeny;
        foreach (var statement in policies.SelectMany(policy => policy.Statements).Where(statement => Matches(statement, request, principals)))
        {
            if (!statement.Allows)
            {
                return Decision.ExplicitDeny;
            }

            decision = Decision.Allow;
        }

        return decision;
    }

    private static bool Matches(GeneratedStatement statement, GeneratedRequest request, string[] principals)
    {
        var principal = statement.Principal.Items;
        return AnyMatches(statement.Action.Items, request.Action.ToLowerInvariant(), ignoreCase: true)
            && AnyMatches(statement.Resource.Items, request.Resource, ignoreCase: false)
            && (principal.IsEmpty || principal is ["*"] || principal.ContainsAny(principals))
            && statement.Conditions.All(condition => Holds(condition, request.Context));
    }

    private static bool AnyMatches(ReadOnlySpan<string> patterns, string text, bool ignoreCase)
    {
        foreach (var pattern in patterns)
        {
            if (Matches(ignoreCase ? pattern.ToLowerInvariant() : pattern, text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The textbook recursion over <c>*</c>: what follows must match at some place of what is left.</summary>
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var star = pattern.IndexOf('*');
        if (star < 0)
        {
            return pattern.SequenceEqual(text);
        }

        if (!text.StartsWith(pattern[..star], StringComparison.Ordinal))
        {
            return false;
        }

        var rest = pattern[(star + 1)..];
        if (rest.IsEmpty)
        {
            return true;
        }

        for (var start = star; start <= text.Length; start++)
        {
            if (Matches(rest, text[start..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(GeneratedCondition condition, GeneratedContext? context)
    {
        var value = context?.Find(condition.Key);
        var values = condition.Values.Items;
        return condition.Operator switch
        {
            "StringNotEquals" => value is null || !values.Contains(value),
            "StringEquals" or "Bool" => value is not null && values.Contains(value),
            "IpAddress" => value is not null && InAny(values, value),
            _ => throw new ArgumentException(condition.Operator),
        };
    }

    private static bool InAny(ReadOnlySpan<string> networks, string address)
    {
        foreach (var network in networks)
        {
            var slash = network.IndexOf('/', StringComparison.Ordinal);
            var shift = 32 - int.Parse(network.AsSpan(slash + 1), CultureInfo.InvariantCulture);
            if (Number(address) >> shift == Number(network[..slash]) >> shift)
            {
                return true;
            }
        }

        return false;
    }

    private static uint Number(string address) =>
        address.Split('.').Aggregate(0u, (number, part) => (number << 8) | byte.Parse(part, CultureInfo.InvariantCulture));
}
