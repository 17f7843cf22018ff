using IamCore.AspNetCore.Context;
using IamCore.AspNetCore.Reporting;
using IamCore.AspNetCore.Resources;
using IamCore.AspNetCore.Signatures;
using IamCore.AspNetCore.Templates;
using IamCore.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace IamCore.AspNetCore.Authorization;

/// <summary>
/// Meets IAM requirements: allow succeeds, explicit deny fails, implicit deny leaves the requirement unmet. Where all that bears on a question is cached, it
/// completes at once and allocates nothing.
/// </summary>
internal sealed class IamRequirementHandler(
    IAuthorizer authorizer,
    IIamPrincipalSource principals,
    IEnumerable<IIamContextProvider> providers,
    EndpointBindings bindings,
    ResourceNamer namer,
    DenialReports reports,
    IEnumerable<ReadsSignatures> signatures,
    IHttpContextAccessor accessor) : IAuthorizationHandler
{
    private readonly bool _readsSignatures = signatures.Any();

    private readonly IIamContextProvider[] _providers = [.. providers];

    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (context.Requirements is not IReadOnlyList<IAuthorizationRequirement> requirements)
        {
            requirements = [.. context.Requirements];
        }

        return HandleFrom(0, context, requirements);
    }

    private Task HandleFrom(int start, AuthorizationHandlerContext context, IReadOnlyList<IAuthorizationRequirement> requirements)
    {
        for (var i = start; i < requirements.Count; i++)
        {
            switch (requirements[i])
            {
                case IamRequirement requirement:
                    var handled = HandleAsync(context, requirement);
                    if (!handled.IsCompletedSuccessfully)
                    {
                        return HandleRestAsync(handled, i + 1, context, requirements);
                    }

                    break;
                case AnonymousRequirement anonymous:
                    context.Succeed(anonymous);
                    break;
                default:
                    break;
            }
        }

        return Task.CompletedTask;
    }

    private async Task HandleRestAsync(
        ValueTask handled, int next, AuthorizationHandlerContext context, IReadOnlyList<IAuthorizationRequirement> requirements)
    {
        await handled.ConfigureAwait(false);
        await HandleFrom(next, context, requirements).ConfigureAwait(false);
    }

    private ValueTask HandleAsync(AuthorizationHandlerContext context, IamRequirement requirement)
    {
        var http = context.Resource as HttpContext ?? accessor.HttpContext;
        var resource = default(IamResource);
        ResourceName name;
        if (context.Resource is HttpContext request)
        {
            var endpoint = request.GetEndpoint()
                ?? throw new InvalidOperationException($"{requirement} is asked of a request without an endpoint: pass the resource itself");
            if (!bindings.Get(endpoint, requirement).TryBind(request.Request.RouteValues, out name))
            {
                reports.Unnamed(request, requirement);
                return default;
            }
        }
        else if (namer.TryName(context.Resource, out resource))
        {
            name = resource.Name;
        }
        else if (context.Resource is null && requirement.Template?.Fixed is { } known)
        {
            name = known;
        }
        else
        {
            throw new InvalidOperationException(
                $"{requirement} is asked of {context.Resource?.GetType().ToString() ?? "nothing"}, which nobody named: pass an IamResource, an IIamResource, or say NameResources<T>");
        }

        return DecideAsync(context, requirement, http, in name, resource);
    }

    private ValueTask DecideAsync(
        AuthorizationHandlerContext context, IamRequirement requirement, HttpContext? http, in ResourceName name, IamResource? resource)
    {
        var cancellation = http?.RequestAborted ?? default;
        if (_readsSignatures && http is not null && DenialReports.HasFailedAuthentication(http))
        {
            return default; // who signs wrongly is not anonymous
        }

        var session = principals.FindAsync(context.User, http, cancellation);
        if (!session.IsCompletedSuccessfully)
        {
            return FindAndDecideAsync(session, context, requirement, http, name, resource, cancellation);
        }

        return DecideAsync(session.Result, context, requirement, http, in name, resource, cancellation);
    }

    private async ValueTask FindAndDecideAsync(
        ValueTask<PrincipalSession?> session,
        AuthorizationHandlerContext context,
        IamRequirement requirement,
        HttpContext? http,
        ResourceName name,
        IamResource? resource,
        CancellationToken cancellation) =>
        await DecideAsync(await session.ConfigureAwait(false), context, requirement, http, in name, resource, cancellation).ConfigureAwait(false);

    private ValueTask DecideAsync(
        PrincipalSession? session,
        AuthorizationHandlerContext context,
        IamRequirement requirement,
        HttpContext? http,
        in ResourceName name,
        IamResource? resource,
        CancellationToken cancellation)
    {
        if (session is null)
        {
            reports.Unmapped(context.User, http, requirement);
            return default;
        }

        if (IsRestricted(context, requirement))
        {
            var restricted = new AccessQuestion(session, requirement.Action, name);
            return DenyAsync(in restricted, new(new(Decision.ExplicitDeny, PolicyTypes.None), AccessReason.None, 0), context, requirement, http);
        }

        var facts = HttpRequestContext.Rent(http, in name, resource, _providers);
        var question = QuestionOf(session, requirement, in name, resource, facts);
        var answer = authorizer.AuthorizeAsync(in question, cancellation);
        if (!answer.IsCompletedSuccessfully)
        {
            return AnswerAsync(answer, question, context, requirement, http);
        }

        var result = answer.Result;
        if (result.IsAllowed)
        {
            facts.Return();
            context.Succeed(requirement);
            return default;
        }

        return DenyAsync(in question, result, context, requirement, http);
    }

    private async ValueTask AnswerAsync(
        ValueTask<AccessResult> answer, AccessQuestion question, AuthorizationHandlerContext context, IamRequirement requirement, HttpContext? http)
    {
        var result = await answer.ConfigureAwait(false);
        if (result.IsAllowed)
        {
            context.Succeed(requirement);
        }
        else
        {
            await DenyAsync(in question, result, context, requirement, http).ConfigureAwait(false);
        }
    }

    private ValueTask DenyAsync(
        in AccessQuestion question, AccessResult result, AuthorizationHandlerContext context, IamRequirement requirement, HttpContext? http)
    {
        var denial = new IamDenial(question, result);
        if (result.Decision.Decision == Decision.ExplicitDeny)
        {
            context.Fail(new IamAuthorizationFailureReason(this, in denial));
        }

        return reports.DeniedAsync(denial, http, requirement);
    }

    /// <summary>Whether the caller's kind of session can never do the action, whatever policies say (ST-008).</summary>
    private static bool IsRestricted(AuthorizationHandlerContext context, IamRequirement requirement)
    {
        if (IamClaimsIdentity.Find(context.User)?.Caller is not Session session)
        {
            return false;
        }

        try
        {
            SessionRestrictions.Check(session, requirement.Action);
            return false;
        }
        catch (IamException)
        {
            return true;
        }
    }

    private static AccessQuestion QuestionOf(
        PrincipalSession session, IamRequirement requirement, in ResourceName name, IamResource? resource, HttpRequestContext facts) => new(session, requirement.Action, name, facts)
        {
            ResourcePolicy = resource?.Policy,
            ResourceAccount = resource?.Account ?? default,
            IsStrictResource = resource?.IsStrict ?? false,
        };
}
