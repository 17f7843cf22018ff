using IamCore.AspNetCore.Startup;
using IamCore.AspNetCore.Templates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IamCore.AspNetCore;

/// <summary>The host's endpoints with what they demand, for reviews and tests: a service of the host, complete once it has started.</summary>
public sealed class IamEndpointSource
{
    private readonly EndpointDataSource _endpoints;
    private readonly IAuthorizationPolicyProvider _policies;

    internal IamEndpointSource(EndpointDataSource endpoints, IAuthorizationPolicyProvider policies)
    {
        _endpoints = endpoints;
        _policies = policies;
    }

    /// <summary>All endpoints as they are now, in the framework's order.</summary>
    public async Task<IReadOnlyList<IamEndpoint>> ListAsync()
    {
        var list = new List<IamEndpoint>();
        foreach (var endpoint in _endpoints.Endpoints)
        {
            list.Add(Of(endpoint, await RequirementsAsync(endpoint).ConfigureAwait(false)));
        }

        return list;
    }

    /// <summary>What is wrong with the endpoints, one sentence each.</summary>
    internal async Task<List<string>> FindProblemsAsync(bool refusesUnprotected, bool isDevelopment)
    {
        var problems = new List<string>();
        foreach (var endpoint in _endpoints.Endpoints)
        {
            List<IamRequirement> requirements;
            try
            {
                requirements = await RequirementsAsync(endpoint).ConfigureAwait(false);
            }
            catch (FormatException exception)
            {
                problems.Add($"{endpoint.DisplayName}: {exception.Message}");
                continue;
            }

            foreach (var requirement in requirements)
            {
                if (!EndpointBindings.TryBind(endpoint, requirement, out _, out var problem))
                {
                    problems.Add($"{endpoint.DisplayName}: {requirement} cannot be bound: {problem}");
                }
            }

            var listed = Of(endpoint, requirements);
            if (endpoint.Metadata.GetMetadata<DecidesAboutAnonymous>() is not null && listed.Requirements.Count == 0)
            {
                problems.Add($"{endpoint.DisplayName}: AllowIamAnonymous without any IAM requirement would let everybody in");
            }

            if (refusesUnprotected && !listed.IsProtected && !listed.IsOpen && endpoint.Metadata.GetMetadata<ShowsPolicies>() is null)
            {
                problems.Add($"{endpoint.DisplayName}: demands nothing of IAM; add RequireIam, or say WithoutIam or AllowAnonymous");
            }

            if (!isDevelopment && endpoint.Metadata.GetMetadata<ShowsPolicies>() is not null && !IsSecured(endpoint))
            {
                problems.Add($"{endpoint.DisplayName}: shows policies and is for Development; elsewhere secure it, for example with RequireIam or RequireAuthorization");
            }
        }

        return problems;
    }

    private static bool IsSecured(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private static IamEndpoint Of(Endpoint endpoint, List<IamRequirement> requirements) => new(
        endpoint.DisplayName ?? "",
        (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "",
        [.. endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []],
        [.. requirements.Select(r => r.ToString()), .. endpoint.Metadata.GetOrderedMetadata<FilterDemand>().Select(f => f.ToString())],
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<OpenOnPurpose>() is not null);

    /// <summary>The IAM requirements of an endpoint: its own, those of its policies and those of the host's named policies.</summary>
    private async Task<List<IamRequirement>> RequirementsAsync(Endpoint endpoint)
    {
        var found = endpoint.Metadata.GetOrderedMetadata<IAuthorizationRequirementData>().SelectMany(data => data.GetRequirements())
            .Concat(endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>().SelectMany(policy => policy.Requirements))
            .OfType<IamRequirement>().ToList();
        foreach (var data in endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>())
        {
            if (data.Policy is { Length: > 0 } name && await _policies.GetPolicyAsync(name).ConfigureAwait(false) is { } policy)
            {
                found.AddRange(policy.Requirements.OfType<IamRequirement>());
            }
        }

        return [.. found.Distinct()];
    }
}
