using IamCore.Callers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace IamCore.AspNetCore.Reporting;

/// <summary>
/// Answers refusals as the framework does and, where the scheme left the body empty, tells the caller what they may know: what they asked for and, within
/// their own account, the kind of policy that refused (ID-244). Names of policies and statements stay in the log.
/// </summary>
internal sealed class IamAuthorizationResultHandler(IOptions<IamAspNetCoreOptions> options) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _inner = new();
    private readonly bool _writes = options.Value.WriteProblemDetails;

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Succeeded ? next(context) : RefuseAsync(next, context, policy, authorizeResult);

    private async Task RefuseAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        await _inner.HandleAsync(next, context, policy, result).ConfigureAwait(false);
        if (_writes && !context.Response.HasStarted && context.Response.StatusCode == StatusCodes.Status403Forbidden
            && context.Features.Get<RequestDenial>() is { } denial)
        {
            var problem = new ProblemDetails
            {
                Status = StatusCodes.Status403Forbidden,
                Title = "Forbidden",
                Detail = MessageOf(denial),
                Extensions = { ["code"] = "AccessDenied" },
            };
            await TypedResults.Problem(problem).ExecuteAsync(context).ConfigureAwait(false);
        }
    }

    private static string MessageOf(RequestDenial refused)
    {
        if (refused.Denial is not { } denial)
        {
            return $"You are not authorized to perform: {refused.Requirement.Action}";
        }

        var question = denial.Question;
        var owner = question.ResourceAccount.IsNone ? question.Resource.Arn.Account : question.ResourceAccount.ToString();
        var tellsReason = denial.Result.Reason == AccessReason.None && (owner.IsEmpty || owner.SequenceEqual(question.Principal.Account.ToString()));
        return Denials.Decided(
            question.Principal.Text, question.Action.ToString(), question.Resource.ToString(), denial.Result.Decision, "ID-244", tellsReason).Message;
    }
}
