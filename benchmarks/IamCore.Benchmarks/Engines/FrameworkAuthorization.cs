using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using IamCore.Benchmarks.Workloads;
using IamCore.Policies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.Benchmarks.Engines;

/// <summary>
/// The same question put to ASP.NET Core's authorization service in the ordinary way: a requirement for the action, the resource passed
/// along, a handler that compares both with what the caller's groups are granted. It can say "this action on what starts so" and no
/// more, so only workloads of that kind are asked.
/// </summary>
internal sealed class FrameworkAuthorization
{
    private readonly IAuthorizationService _authorization;

    private FrameworkAuthorization(FrozenDictionary<string, Grant[]> grantsByGroup)
    {
#pragma warning disable CA2000 // the services live as long as the process
        var services = new ServiceCollection()
            .AddLogging()
            .AddAuthorizationCore()
            .AddSingleton<IAuthorizationHandler>(new GrantHandler(grantsByGroup))
            .BuildServiceProvider();
#pragma warning restore CA2000
        _authorization = services.GetRequiredService<IAuthorizationService>();
    }

    /// <summary>A service for a workload; false where the workload asks for more than the handler can say.</summary>
    public static bool TryCreate(Workload workload, [NotNullWhen(true)] out FrameworkAuthorization? service, out FrameworkQuestion[] questions)
    {
        const string Group = "App";
        service = null;
        questions = [];
        var policies = workload.Questions[0].Policies;
        if (PolicySets.Of(policies).Any(set => set.Type != PolicyType.Identity) || workload.Questions.Any(question => question.Policies != policies)
            || !TryGrants(policies.Identity, out var grants))
        {
            return false;
        }

        service = new(new Dictionary<string, Grant[]> { [Group] = grants }.ToFrozenDictionary());
        var caller = Caller(workload.Questions[0].Request.Principal.Text, [Group]);
        questions = [.. workload.Questions.Select(question => new FrameworkQuestion(in question.Request, caller))];
        return true;
    }

    /// <summary>A service for a directory: callers carry their groups as role claims.</summary>
    public static FrameworkAuthorization Create(DirectoryWorkload workload, out FrameworkQuestion[] questions)
    {
        var grants = workload.Groups.ToFrozenDictionary(
            group => group.Key,
            group => TryGrants([group.Value], out var found) ? found : throw new NotSupportedException(group.Key));
        var callers = workload.GroupsByPrincipal.ToFrozenDictionary(user => user.Key, user => Caller(user.Key, user.Value));
        questions = [.. workload.Questions.Select(question => new FrameworkQuestion(in question.Request, callers[question.Request.Principal.Text]))];
        return new(grants);
    }

    public bool IsAllowed(in FrameworkQuestion question) =>
        _authorization.AuthorizeAsync(question.Caller, question.Resource, question.Requirement).GetAwaiter().GetResult().Succeeded;

    private static ClaimsPrincipal Caller(string name, string[] groups) =>
        new(new ClaimsIdentity(
            [new(ClaimTypes.Name, name), .. groups.Select(group => new Claim(ClaimTypes.Role, group))], "benchmark"));

    private static bool TryGrants(IEnumerable<PolicySet> sets, out Grant[] grants)
    {
        var found = new List<Grant>();
        grants = [];
        foreach (var set in sets)
        {
            foreach (var policy in set.Policies)
            {
                foreach (var statement in policy.Document.Statements)
                {
                    if (!TryAdd(statement, found))
                    {
                        return false;
                    }
                }
            }
        }

        grants = [.. found];
        return true;
    }

    private static bool TryAdd(Statement statement, List<Grant> grants)
    {
        if (statement.Effect == Effect.Deny || statement.Action is null || statement.Resource is null || statement.Condition is not null)
        {
            return false;
        }

        foreach (var action in statement.Action)
        {
            foreach (var resource in statement.Resource)
            {
                if (action.AsSpan().ContainsAny('*', '?') || resource.AsSpan().IndexOfAny('*', '?') != resource.Length - 1)
                {
                    return false;
                }

                grants.Add(new(action, resource[..^1]));
            }
        }

        return true;
    }

    /// <summary>What a group may do: an action on every resource that starts so.</summary>
    private sealed record Grant(string Action, string Prefix);

    private sealed class GrantHandler(FrozenDictionary<string, Grant[]> grantsByGroup) : AuthorizationHandler<ActionRequirement, string>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ActionRequirement requirement, string resource)
        {
            foreach (var claim in context.User.Claims)
            {
                if (claim.Type == ClaimTypes.Role && grantsByGroup.TryGetValue(claim.Value, out var grants) && Grants(grants, requirement.Action, resource))
                {
                    context.Succeed(requirement);
                    break;
                }
            }

            return Task.CompletedTask;
        }

        private static bool Grants(Grant[] grants, string action, string resource)
        {
            foreach (var grant in grants)
            {
                if (string.Equals(grant.Action, action, StringComparison.OrdinalIgnoreCase) && resource.StartsWith(grant.Prefix, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }
}

/// <summary>"The caller may do this."</summary>
internal sealed class ActionRequirement(string action) : IAuthorizationRequirement
{
    public string Action { get; } = action;
}

/// <summary>A question as the framework takes it.</summary>
internal readonly struct FrameworkQuestion(in AccessRequest request, ClaimsPrincipal caller)
{
    public readonly ClaimsPrincipal Caller = caller;
    public readonly string Resource = request.Resource.ToString();
    public readonly IAuthorizationRequirement[] Requirement = [new ActionRequirement(request.Action.ToString())];
}
