using System.Globalization;
using IamCore.Policies;

namespace IamCore.Reference;

/// <summary>
/// The rules of <c>Spec/policy-language.md</c> and <c>Spec/evaluation.md</c>, written down one after the other without any regard to speed.
/// The compiled evaluator is compared with it; the two share nothing but the document types.
/// </summary>
public static class ReferenceEvaluator
{
    private static readonly string[] TrustActions =
    [
        "sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext",
    ];

    /// <summary>Whether the resource documents of a request are read as a trust policy (EV-090).</summary>
    public static bool IsTrustRequest(string action, string resource)
    {
        var fields = ArnText.Split(resource);
        return TrustActions.Contains(action, StringComparer.OrdinalIgnoreCase)
            && fields.Length == 6 && fields[2] == "iam" && fields[3].Length == 0 && ArnText.IsAccount(fields[4])
            && fields[5].StartsWith("role/", StringComparison.Ordinal);
    }

    /// <summary>Answers one question (EV-051).</summary>
    public static ReferenceAnswer Evaluate(ReferenceRequest request, ReferencePolicies policies)
    {
        var caller = Caller.Parse(request.Principal);
        if (caller is null)
        {
            return new ReferenceAnswer { Error = "InvalidRequestPrincipal" };
        }

        if (!IsAction(request.Action))
        {
            return new ReferenceAnswer { Error = "InvalidRequestAction" };
        }

        if (request.Resource != "*" && !ArnText.IsRequestResource(request.Resource))
        {
            return new ReferenceAnswer { Error = "InvalidRequestResource" };
        }

        if (request.ResourceAccount is not null && !ArnText.IsAccount(request.ResourceAccount))
        {
            return new ReferenceAnswer { Error = "InvalidAccountId" };
        }

        var resourceAccount = ResourceAccount(request, caller);
        var context = CompleteContext.Of(request, caller, resourceAccount);
        if (context.Error is not null)
        {
            return new ReferenceAnswer { Error = context.Error };
        }

        if (string.Equals(request.Action, "sts:GetCallerIdentity", StringComparison.OrdinalIgnoreCase) && caller.Kind != PrincipalKind.Anonymous)
        {
            return new ReferenceAnswer { Decision = Decision.Allow };      // EV-100
        }

        var isTrust = IsTrustRequest(request.Action, request.Resource);
        var walk = new StatementWalk(request, caller, context, policies.PermissionsBoundary.Count > 0);
        walk.Visit(PolicyType.Identity, "identity", policies.Identity);
        walk.Visit(PolicyType.PermissionsBoundary, "permissionsBoundary", policies.PermissionsBoundary);
        walk.Visit(PolicyType.Session, "session", policies.Session);
        if (!isTrust)
        {
            walk.Visit(PolicyType.Resource, "resource", policies.Resource);
        }

        var boundByServiceControl = IsBoundByServiceControl(caller);
        if (boundByServiceControl)
        {
            walk.VisitLevels(PolicyType.ServiceControl, "serviceControl", policies.ServiceControl);
        }

        if (IsBoundByResourceControl(caller, request, isTrust))
        {
            walk.VisitLevels(PolicyType.ResourceControl, "resourceControl", policies.ResourceControl);
        }

        walk.Visit(PolicyType.VpcEndpoint, "vpcEndpoint", policies.VpcEndpoint);
        if (isTrust)
        {
            walk.Visit(PolicyType.Trust, "resource", policies.Resource);      // EV-113: named resource[i], stands last
        }

        var answer = Decide(request, policies, caller, resourceAccount, isTrust, boundByServiceControl, walk.Matched);
        return answer with
        {
            MissingContext = walk.MissingContext(),
            Conditions = walk.Conditions,
            MatchedTypes = [.. walk.Matched.Select(m => (m.Type, m.Effect))],
        };
    }

    private static ReferenceAnswer Decide(
        ReferenceRequest request,
        ReferencePolicies policies,
        Caller caller,
        string? resourceAccount,
        bool isTrust,
        bool boundByServiceControl,
        List<MatchedStatement> matched)
    {
        var resourceType = isTrust ? PolicyType.Trust : PolicyType.Resource;
        bool Allows(PolicyType type) => matched.Any(m => m.Type == type && m.Effect == Effect.Allow);

        // EV-021, EV-111
        var denies = matched.Where(m => m.Effect == Effect.Deny).ToList();
        if (denies.Count > 0)
        {
            return new ReferenceAnswer
            {
                Decision = Decision.ExplicitDeny,
                DeniedBy = InOrder(denies.Select(m => m.Type)),
                Matched = [.. denies.Select(m => m.Label)],
            };
        }

        // EV-091: in a trust request a user's direct grant counts as limited.
        Levels LevelsOf(MatchedStatement m) =>
            isTrust && caller.Kind == PrincipalKind.User && m.Levels.HasFlag(Levels.Direct) ? (m.Levels & ~Levels.Direct) | Levels.Limited : m.Levels;

        var grants = matched.Where(m => m.Type == resourceType && m.Effect == Effect.Allow).ToList();
        var direct = grants.Any(m => LevelsOf(m).HasFlag(Levels.Direct));
        var limited = grants.Any(m => LevelsOf(m).HasFlag(Levels.Limited));
        var account = grants.Any(m => LevelsOf(m).HasFlag(Levels.Account));

        var isRoot = caller.Kind == PrincipalKind.RootUser;
        var idAllow = isRoot || (caller.CanHaveIdentityPolicies && Allows(PolicyType.Identity));
        var bndAllow = policies.PermissionsBoundary.Count == 0 || Allows(PolicyType.PermissionsBoundary);
        var sesAllow = policies.Session.Count > 0 ? Allows(PolicyType.Session) : caller.Kind != PrincipalKind.FederatedUser;      // EV-056
        var isStrict = isTrust || IsKmsKey(request) || request.IsDeclaredStrict;      // EV-050
        var isSameAccount = caller.Account is not null && caller.Account == resourceAccount;      // EV-007

        var missing = new List<PolicyType>();
        if (caller.Account is null)      // EV-053
        {
            if (!direct)
            {
                missing.Add(resourceType);
            }
        }
        else if (isRoot && isTrust)      // EV-096
        {
            missing.Add(PolicyType.Identity);
        }
        else if (isSameAccount)
        {
            if (!direct)      // EV-054
            {
                if (isStrict)
                {
                    if (!limited && !account)
                    {
                        missing.Add(resourceType);
                    }
                    else if (!limited && !idAllow)
                    {
                        missing.Add(PolicyType.Identity);
                    }
                }
                else if (!idAllow && !limited)
                {
                    missing.Add(PolicyType.Identity);
                }

                if (!bndAllow)
                {
                    missing.Add(PolicyType.PermissionsBoundary);
                }

                if (!sesAllow)
                {
                    missing.Add(PolicyType.Session);
                }
            }
        }
        else      // EV-055
        {
            if (!idAllow)
            {
                missing.Add(PolicyType.Identity);
            }

            if (!bndAllow)
            {
                missing.Add(PolicyType.PermissionsBoundary);
            }

            if (!sesAllow)
            {
                missing.Add(PolicyType.Session);
            }

            if (!direct && !limited && !account)
            {
                missing.Add(resourceType);
            }
        }

        // EV-041: every level has a matching Allow.
        if (boundByServiceControl
            && Enumerable.Range(0, policies.ServiceControl.Count)
                .Any(level => !matched.Any(m => m.Type == PolicyType.ServiceControl && m.Level == level && m.Effect == Effect.Allow)))
        {
            missing.Add(PolicyType.ServiceControl);
        }

        if (policies.VpcEndpoint.Count > 0 && !Allows(PolicyType.VpcEndpoint))
        {
            missing.Add(PolicyType.VpcEndpoint);
        }

        if (missing.Count > 0)
        {
            return new ReferenceAnswer { Decision = Decision.ImplicitDeny, DeniedBy = InOrder(missing) };      // EV-112; EV-113: none matched
        }

        // EV-115: the paths that succeeded.
        bool identityCounts;
        Levels resourceCounts;
        if (caller.Account is null)
        {
            identityCounts = false;
            resourceCounts = Levels.Direct;
        }
        else if (!isSameAccount)
        {
            identityCounts = true;
            resourceCounts = Levels.Direct | Levels.Limited | Levels.Account;
        }
        else
        {
            identityCounts = idAllow && bndAllow && sesAllow && (!isStrict || account);
            resourceCounts = Levels.Direct
                | (bndAllow && sesAllow ? Levels.Limited : Levels.None)
                | (isStrict && identityCounts ? Levels.Account : Levels.None);
        }

        return new ReferenceAnswer
        {
            Decision = Decision.Allow,
            Matched =
            [
                .. matched.Where(m => m.Effect == Effect.Allow
                    && ((m.Type == PolicyType.Identity && identityCounts && caller.CanHaveIdentityPolicies)
                        || (m.Type == resourceType && (LevelsOf(m) & resourceCounts) != 0)))
                    .Select(m => m.Label),
            ],
        };
    }

    /// <summary>EV-110: the order of the enumeration is the order of reports.</summary>
    private static List<PolicyType> InOrder(IEnumerable<PolicyType> types) => [.. types.Distinct().Order()];

    /// <summary>EV-030, EV-032: root, user, role, sessions; not service-linked roles.</summary>
    private static bool IsBoundByServiceControl(Caller caller) =>
        (caller.Kind == PrincipalKind.RootUser || caller.CanHaveIdentityPolicies) && !caller.IsServiceLinkedRole;

    /// <summary>EV-030: everyone but service-linked roles, and trust requests for them.</summary>
    private static bool IsBoundByResourceControl(Caller caller, ReferenceRequest request, bool isTrust) =>
        !caller.IsServiceLinkedRole && !(isTrust && Caller.IsServiceLinkedRoleArn(request.Resource));

    /// <summary>EV-006.</summary>
    private static string? ResourceAccount(ReferenceRequest request, Caller caller)
    {
        if (request.ResourceAccount is not null)
        {
            return request.ResourceAccount;
        }

        var fields = ArnText.Split(request.Resource);
        return fields.Length == 6 && ArnText.IsAccount(fields[4]) ? fields[4] : caller.Account;
    }

    /// <summary>EV-050 b; actions are compared without case (PL-067).</summary>
    private static bool IsKmsKey(ReferenceRequest request)
    {
        var fields = ArnText.Split(request.Resource);
        return string.Equals(request.Action.Split(':')[0], "kms", StringComparison.OrdinalIgnoreCase)
            && fields.Length == 6 && fields[2] == "kms" && fields[5].StartsWith("key/", StringComparison.Ordinal);
    }

    /// <summary>EV-008.</summary>
    private static bool IsAction(string action)
    {
        var parts = action.Split(':');
        return parts.Length == 2
            && parts[0].Length > 0 && parts[0].All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            && parts[1].Length > 0 && parts[1].All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '/' or '-');
    }

    /// <summary>A statement that matched, and where it stands.</summary>
    internal sealed record MatchedStatement(PolicyType Type, int Level, string Label, Effect Effect, Levels Levels);

    /// <summary>Goes through the statements in the order of EV-113.</summary>
    private sealed class StatementWalk(ReferenceRequest request, Caller caller, CompleteContext context, bool hasBoundary)
    {
        private readonly ActionMatch _action = new(request.Action);
        private readonly PrincipalMatch _principal = new(caller, context, hasBoundary);
        private readonly ResourceMatch _resource = new(request.Resource, context);
        private readonly List<string> _asked = [];

        public List<MatchedStatement> Matched { get; } = [];

        public List<ConditionOutcome> Conditions { get; } = [];

        public void VisitLevels(PolicyType type, string place, IReadOnlyList<IReadOnlyList<AttachedPolicy>> levels)
        {
            for (var level = 0; level < levels.Count; level++)
            {
                Visit(type, string.Create(CultureInfo.InvariantCulture, $"{place}[{level}]"), levels[level], level);
            }
        }

        public void Visit(PolicyType type, string place, IReadOnlyList<AttachedPolicy> policies, int level = 0)
        {
            for (var i = 0; i < policies.Count; i++)
            {
                var name = string.IsNullOrEmpty(policies[i].Name)
                    ? string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]")
                    : policies[i].Name!;
                var document = policies[i].Document;
                for (var s = 0; s < document.Statements.Count; s++)
                {
                    var statement = document.Statements[s];
                    if (Matches(statement, document.Version == "2012-10-17", out var levels))
                    {
                        var id = string.IsNullOrEmpty(statement.Sid) ? s.ToString(CultureInfo.InvariantCulture) : statement.Sid;
                        Matched.Add(new MatchedStatement(type, level, $"{name}#{id}", statement.Effect, levels));
                    }
                }
            }
        }

        /// <summary>EV-114: what was asked for and is not there.</summary>
        public List<string> MissingContext() =>
            [.. _asked.Where(k => context.Find(k) is null).Select(k => k.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)];

        /// <summary>PL-030: all parts match.</summary>
        private bool Matches(Statement statement, bool usesVariables, out Levels levels)
        {
            levels = Levels.None;
            if (!_action.Matches(statement))
            {
                return false;
            }

            if (statement.Principal is not null)
            {
                levels = _principal.LevelsOf(statement.Principal);
                if (levels == Levels.None)
                {
                    return false;
                }
            }

            if (statement.NotPrincipal is not null && _principal.IsExempt(statement.NotPrincipal))
            {
                return false;
            }

            if (!_resource.CouldMatch(statement, usesVariables))
            {
                return false;
            }

            foreach (var entry in statement.Resource ?? statement.NotResource ?? [])
            {
                _asked.AddRange(ResourceMatch.Keys(entry, usesVariables));
            }

            var conditionsHold = ConditionsHold(statement, usesVariables);
            return _resource.Matches(statement, usesVariables) && conditionsHold;
        }

        /// <summary>PL-101; all are looked at, even after one has failed (EV-114).</summary>
        private bool ConditionsHold(Statement statement, bool usesVariables)
        {
            var condition = new ConditionMatch(context, usesVariables, statement.Effect);
            var all = true;
            foreach (var block in statement.Condition ?? [])
            {
                foreach (var entry in block.Keys)
                {
                    _asked.Add(entry.Key);
                    if (usesVariables && TakesVariables(block.Operator.Comparison))
                    {
                        foreach (var value in entry.Values)
                        {
                            _asked.AddRange(Template.Keys(value));
                        }
                    }

                    var holds = condition.Holds(block.Operator, entry);
                    Conditions.Add(new ConditionOutcome(block.Operator, holds));
                    all &= holds;
                }
            }

            return all;
        }

        /// <summary>PL-172: string, ARN and Bool operators.</summary>
        private static bool TakesVariables(Comparison comparison) =>
            comparison is Comparison.StringEquals or Comparison.StringNotEquals
                or Comparison.StringEqualsIgnoreCase or Comparison.StringNotEqualsIgnoreCase
                or Comparison.StringLike or Comparison.StringNotLike
                or Comparison.ArnEquals or Comparison.ArnLike or Comparison.ArnNotEquals or Comparison.ArnNotLike
                or Comparison.Bool;
    }
}
