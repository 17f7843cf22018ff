using System.Collections.Immutable;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Agreement;

/// <summary>Puts plain requests and documents to the compiled evaluator, by its public interface.</summary>
internal static class CompiledSide
{
    /// <summary>The request; null with the code of the first error where it is refused (PL-201).</summary>
    public static AccessRequest? Request(ReferenceRequest given, out string? error)
    {
        error = null;
        if (Caller(given.Principal) is not { } principal)
        {
            error = nameof(RequestFaultCode.InvalidRequestPrincipal);
        }
        else if (!ActionName.TryParse(given.Action, out var action))
        {
            error = nameof(RequestFaultCode.InvalidRequestAction);
        }
        else if (!ResourceName.TryParse(given.Resource, out var resource))
        {
            error = nameof(RequestFaultCode.InvalidRequestResource);
        }
        else
        {
            var account = default(AccountId);
            if (given.ResourceAccount is not null && !AccountId.TryParse(given.ResourceAccount, out account))
            {
                error = nameof(RequestFaultCode.InvalidAccountId);
                return null;
            }

            var context = new RequestContext();
            foreach (var (key, value) in given.Context)
            {
                if (!context.TryAdd(key, value.IsArray ? ContextValue.Many([.. value.Texts]) : ContextValue.From(value.Texts[0])))
                {
                    error = nameof(RequestFaultCode.DuplicateContextKey);
                    return null;
                }
            }

            if (AccessRequest.TryCreate(principal, action, resource, context, account, given.Time, given.IsDeclaredStrict, out var request, out var faults))
            {
                return request;
            }

            error = faults[0].Code.ToString();
        }

        return null;
    }

    /// <summary>The same documents, compiled; identity documents in one set.</summary>
    public static ApplicablePolicies Policies(ReferencePolicies policies, bool isTrust) => new()
    {
        Identity = policies.Identity.Count == 0 ? default : [Set(PolicyType.Identity, policies.Identity)],
        PermissionsBoundary = SetOrNull(PolicyType.PermissionsBoundary, policies.PermissionsBoundary),
        Session = SetOrNull(PolicyType.Session, policies.Session),
        Resource = SetOrNull(isTrust ? PolicyType.Trust : PolicyType.Resource, policies.Resource),
        ServiceControl = Levels(PolicyType.ServiceControl, policies.ServiceControl),
        ResourceControl = Levels(PolicyType.ResourceControl, policies.ResourceControl),
        VpcEndpoint = SetOrNull(PolicyType.VpcEndpoint, policies.VpcEndpoint),
    };

    public static PolicySet Set(PolicyType type, IReadOnlyList<AttachedPolicy> policies) =>
        PolicySet.Compile(type, [.. policies.Select(p => new NamedPolicy(p.Document, p.Name))]);

    private static PolicySet? SetOrNull(PolicyType type, IReadOnlyList<AttachedPolicy> policies) => policies.Count == 0 ? null : Set(type, policies);

    private static ImmutableArray<PolicySet> Levels(PolicyType type, IReadOnlyList<IReadOnlyList<AttachedPolicy>> levels) =>
        levels.Count == 0 ? default : [.. levels.Select(level => Set(type, level))];

    private static Principal? Caller(CallerText given)
    {
        Principal? principal;
        var isKnown = given.Form switch
        {
            CallerForm.Service => Principal.TryService(given.Text, out principal),
            CallerForm.Federated => Principal.TryIdentityProvider(given.Text, out principal),
            CallerForm.CanonicalUser => Principal.TryCanonicalUser(given.Text, out principal),
            _ => Principal.TryParse(given.Text, out principal),
        };
        if (isKnown && given.Role is not null)
        {
            isKnown = principal!.TryWithRole(given.Role, out principal);
        }

        if (isKnown && given.User is not null)
        {
            isKnown = principal!.TryWithUser(given.User, out principal);
        }

        return isKnown ? principal : null;
    }
}
