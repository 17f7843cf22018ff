using IamCore.Authorization.Snapshots;
using IamCore.Policies.Requests;
using IamCore.Stores;

namespace IamCore.Authorization;

/// <summary>Makes decisions from facts and reports them.</summary>
internal sealed class Answerer(AuthorizerOptions options, IAccessObserver[] observers, LastAccessed? lastAccessed)
{
    private static readonly ActionName PassRole = ActionName.Parse("iam:PassRole");

    private readonly Preconditions _preconditions = new(options);

    /// <summary>Converts the question to a request of the evaluator; its context is completed once the facts are known.</summary>
    public static AccessRequest RequestOf(in AccessQuestion question, Principal principal, CompletedContext context, DateTimeOffset now) => new(
        principal, question.Action, question.Resource, context, question.ResourceAccount, now, question.IsStrictResource);

    /// <summary>Decides a question whose facts have just been loaded.</summary>
    public AccessResult Decide(in AccessQuestion question, in QuestionFacts facts, PolicySet? resource, DateTimeOffset now)
    {
        if (facts.Principal is null)
        {
            return Unknown(in facts);
        }

        var context = CompletedContext.Rent();
        var request = RequestOf(in question, facts.Principal.Principal, context, now);
        return Decide(in question, in request, context, in facts, resource);
    }

    /// <summary>Decides a question and returns the rented context.</summary>
    public AccessResult Decide(in AccessQuestion question, in AccessRequest request, CompletedContext context, in QuestionFacts facts, PolicySet? resource)
    {
        context.Set(question.Context, facts.Principal!, facts.ResourceAccount, request.Time);
        ThrowIfContradicted(in question, in request);
        var reason = ReasonOf(in question, in request, in facts);
        var decision = new AccessDecision(Decision.ExplicitDeny, PolicyTypes.None);
        if (reason == AccessReason.None)
        {
            var policies = PoliciesOf(in question, in facts, resource);
            decision = PolicyEvaluator.Evaluate(in request, in policies);
        }

        context.Return();
        return new AccessResult(decision, reason, facts.Revision);
    }

    /// <summary>Whether the policies allow the request, apart from any other reason.</summary>
    public static bool IsAllowedByPolicies(in AccessQuestion question, in QuestionFacts facts, PolicySet? resource, DateTimeOffset now)
    {
        if (facts.Principal is not { } principal)
        {
            return false;
        }

        var context = CompletedContext.Rent();
        var request = RequestOf(in question, principal.Principal, context, now);
        context.Set(question.Context, principal, facts.ResourceAccount, now);
        ThrowIfContradicted(in question, in request);
        var policies = PoliciesOf(in question, in facts, resource);
        var decision = PolicyEvaluator.Evaluate(in request, in policies);
        context.Return();
        return decision.IsAllowed;
    }

    /// <summary>Explains the decision.</summary>
    /// <param name="question">The question.</param>
    /// <param name="loaded">Its facts.</param>
    /// <param name="resource">The resource-based policy.</param>
    /// <param name="now">The time of the request.</param>
    /// <param name="compiled">The compiled documents.</param>
    /// <param name="change">
    /// Changes the policies for a simulation; null to take them as stored and to consider the reasons that only live requests have
    /// (ID-039).
    /// </param>
    public AccessExplanation Explain(
        in AccessQuestion question,
        LoadedFacts loaded,
        PolicySet? resource,
        DateTimeOffset now,
        CompiledPolicies compiled,
        Func<ApplicablePolicies, ApplicablePolicies>? change)
    {
        ref readonly var facts = ref loaded.Facts[0];
        if (facts.Principal is not { } principal)
        {
            return new AccessExplanation(Unknown(in facts), question.Principal, null);
        }

        var context = CompletedContext.Rent();
        var request = RequestOf(in question, principal.Principal, context, now);
        context.Set(question.Context, principal, facts.ResourceAccount, now);
        ThrowIfContradicted(in question, in request);
        var policies = ExplainedPolicies.Of(in facts, loaded.Stored, PoliciesOf(in question, in facts, resource), compiled);
        var reason = change is null ? ReasonOf(in question, in request, in facts) : AccessReason.None;
        policies = change?.Invoke(policies) ?? policies;
        var explanation = PolicyEvaluator.Explain(in request, in policies);
        context.Return();
        var decision = reason == AccessReason.None ? explanation.Decision : new AccessDecision(Decision.ExplicitDeny, PolicyTypes.None);
        return new AccessExplanation(new AccessResult(decision, reason, facts.Revision), principal.Principal, explanation);
    }

    /// <summary>Notifies the observers and records the access (ID-270).</summary>
    public void Report(in AccessQuestion question, PrincipalSnapshot? principal, in AccessResult result, DateTimeOffset now)
    {
        // Passing a role is a permission that other operations check, not an access of its own (ID-270).
        if (lastAccessed is not null && principal is not null && question.Action != PassRole)
        {
            Record(in question, principal, now);
        }

        if (observers.Length > 0)
        {
            var access = new AccessEvent(question, principal?.Principal ?? question.Principal, result, now);
            foreach (var observer in observers)
            {
                observer.OnDecided(in access);
            }
        }
    }

    private static AccessResult Unknown(in QuestionFacts facts) =>
        new(new AccessDecision(Decision.ImplicitDeny, PolicyTypes.None), AccessReason.UnknownPrincipal, facts.Revision);

    private static ApplicablePolicies PoliciesOf(in AccessQuestion question, in QuestionFacts facts, PolicySet? resource)
    {
        resource ??= facts.Trust?.Trust;
        return facts.Principal!.Policies with
        {
            Resource = resource is not null && facts.Principal.Translation is { } translation ? translation.Of(resource) : resource,
            ResourceControl = facts.ResourceAccount?.ResourceControl ?? [],
            VpcEndpoint = question.EndpointPolicy,
        };
    }

    /// <summary>Throws the same error as a request created from the host's context would (EV-012, EV-013).</summary>
    private static void ThrowIfContradicted(in AccessQuestion question, in AccessRequest request)
    {
        if (question.Context is RequestContext { Derivable: not 0 } supplied
            && DerivedContext.FindConflicts(in request, supplied) is { Count: > 0 } faults)
        {
            throw new RequestFormatException(faults);
        }
    }

    private AccessReason ReasonOf(in AccessQuestion question, in AccessRequest request, in QuestionFacts facts) =>
        facts.IsOtherPartition ? AccessReason.OtherPartition : _preconditions.Find(in request, question.Session, facts.Principal!);

    private void Record(in AccessQuestion question, PrincipalSnapshot principal, DateTimeOffset now)
    {
        var access = principal.Access;
        if (access is null || access.IsForgotten)
        {
            var key = principal.AccessKey;
            if (key.IsNone)
            {
                return;
            }

            principal.Access = access = lastAccessed!.Of(key);
        }

        var action = question.Action;
        if (access.IsDue(in action, now))
        {
            var region = question.Resource.Arn.Region;
            access.Put(new LastAccess(action, now, principal.Principal.Text, region.IsEmpty ? null : region.ToString()));
        }
    }
}
