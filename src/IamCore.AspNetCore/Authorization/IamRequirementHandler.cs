using System.Runtime.CompilerServices;
using IamCore.AspNetCore.Context;
using IamCore.AspNetCore.Reporting;
using IamCore.AspNetCore.Resources;
using IamCore.AspNetCore.Signatures;
using IamCore.AspNetCore.Templates;
using IamCore.Callers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace IamCore.AspNetCore.Authorization;

/// <summary>
/// Meets IAM requirements: allow succeeds, explicit deny fails, implicit deny leaves the requirement unmet; and that somebody signed in, which stands before most of
/// them. Where all that bears on a question is cached, it completes at once and allocates nothing.
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

    /// <summary>This handler and no other.</summary>
    public Task<IEnumerable<IAuthorizationHandler>> Alone => field ??= Task.FromResult<IEnumerable<IAuthorizationHandler>>([this]);

    /// <summary>Whether all requirements are of those that are met here.</summary>
    public static bool MeetsAll(IEnumerable<IAuthorizationRequirement> requirements)
    {
        if (requirements is not IReadOnlyList<IAuthorizationRequirement> list)
        {
            return false;
        }

        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not (IamRequirement or AnonymousRequirement) && !SignedIn.Is(list[i]))
            {
                return false;
            }
        }

        return true;
    }

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
                case { } other when SignedIn.Is(other) && SignedIn.IsMetBy(context.User):
                    context.Succeed(other);
                    break;
                default:
                    break;
            }
        }

        return Task.CompletedTask;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task HandleRestAsync(
        ValueTask handled, int next, AuthorizationHandlerContext context, IReadOnlyList<IAuthorizationRequirement> requirements)
    {
        await handled.ConfigureAwait(false);
        await HandleFrom(next, context, requirements).ConfigureAwait(false);
    }

    private ValueTask HandleAsync(AuthorizationHandlerContext context, IamRequirement requirement)
    {
        if (context.Resource is not HttpContext http)
        {
            return HandleObjectAsync(context, requirement);
        }

        var endpoint = http.GetEndpoint() ?? throw new InvalidOperationException($"{requirement} is asked of a request without an endpoint: pass the resource itself");
        if (bindings.Get(endpoint, requirement).TryBind(http.Request.RouteValues, out var name))
        {
            return DecideAsync(context, requirement, http, in name, null);
        }

        reports.Unnamed(http, requirement);
        return default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ValueTask HandleObjectAsync(AuthorizationHandlerContext context, IamRequirement requirement)
    {
        ResourceName name;
        if (namer.TryName(context.Resource, out var resource))
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

        return DecideAsync(context, requirement, accessor.HttpContext, in name, resource);
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

    [MethodImpl(MethodImplOptions.NoInlining)]
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
            return DenyRestrictedAsync(session, context, requirement, http, in name);
        }

        var facts = HttpRequestContext.Rent(http, in name, resource, _providers);
        var question = new AccessQuestion(session, requirement.Action, name, facts);
        if (resource is not null)
        {
            Complete(ref question, resource);
        }

        var answer = authorizer.AuthorizeAsync(in question, cancellation);
        if (!answer.IsCompletedSuccessfully)
        {
            return AnswerAsync(answer, in question, context, requirement, http);
        }

        var result = answer.Result;
        if (!result.IsAllowed)
        {
            return DenyAsync(in question, in result, context, requirement, http);
        }

        facts.Return();
        context.Succeed(requirement);
        return default;
    }

    /// <summary>What is seldom needed is not compiled into the way of a request that is allowed: its variables would have to be cleared each time.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ValueTask AnswerAsync(
        in ValueTask<AccessResult> answer, in AccessQuestion question, AuthorizationHandlerContext context, IamRequirement requirement, HttpContext? http) =>
        AwaitAsync(answer, question, context, requirement, http);

    private async ValueTask AwaitAsync(
        ValueTask<AccessResult> answer, AccessQuestion question, AuthorizationHandlerContext context, IamRequirement requirement, HttpContext? http)
    {
        var result = await answer.ConfigureAwait(false);
        if (result.IsAllowed)
        {
            context.Succeed(requirement);
        }
        else
        {
            await DenyAsync(in question, in result, context, requirement, http).ConfigureAwait(false);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ValueTask DenyAsync(
        in AccessQuestion question, in AccessResult result, AuthorizationHandlerContext context, IamRequirement requirement, HttpContext? http)
    {
        var denial = new IamDenial(question, result);
        if (result.Decision.Decision == Decision.ExplicitDeny)
        {
            context.Fail(new IamAuthorizationFailureReason(this, in denial));
        }

        return reports.DeniedAsync(denial, http, requirement);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ValueTask DenyRestrictedAsync(
        PrincipalSession session, AuthorizationHandlerContext context, IamRequirement requirement, HttpContext? http, in ResourceName name)
    {
        var result = new AccessResult(new(Decision.ExplicitDeny, PolicyTypes.None), AccessReason.None, 0);
        return DenyAsync(new(session, requirement.Action, name), in result, context, requirement, http);
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Complete(ref AccessQuestion question, IamResource resource) => question = question with
    {
        ResourcePolicy = resource.Policy,
        ResourceAccount = resource.Account,
        IsStrictResource = resource.IsStrict,
    };
}
