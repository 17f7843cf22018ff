using IamCore.AspNetCore.Explaining;
using IamCore.AspNetCore.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Routing;

/// <summary>Shows people why.</summary>
public static class IamExplainExtensions
{
    /// <summary>
    /// A page for asking what the policies would decide, and the same as JSON: <c>POST {pattern}/ask</c> with <c>principal</c>, <c>action</c>, <c>resource</c> and
    /// <c>context</c>. It shows policies to whoever reaches it: outside of Development the host does not start unless it is secured, for example by
    /// <c>.RequireIam("iamcore:Explain", "*")</c>.
    /// </summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="pattern">Where the page is.</param>
    /// <returns>The page and what belongs to it, to be secured.</returns>
    public static RouteGroupBuilder MapIamExplain(this IEndpointRouteBuilder endpoints, string pattern = "/iam/explain")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var group = endpoints.MapGroup(pattern);
        group.WithMetadata(new ShowsPolicies());
        group.ExcludeFromDescription();
        Map(group, "", HttpMethods.Get, http => Task.FromResult(ExplainEndpoints.Page(http)));
        Map(group, "/explain.css", HttpMethods.Get, _ => Task.FromResult(ExplainEndpoints.Asset("explain.css", "text/css")));
        Map(group, "/explain.js", HttpMethods.Get, _ => Task.FromResult(ExplainEndpoints.Asset("explain.js", "text/javascript")));
        Map(group, "/suggestions", HttpMethods.Get, ExplainEndpoints.SuggestAsync);
        Map(group, "/ask", HttpMethods.Post, ExplainEndpoints.AskAsync);
        return group;
    }

    /// <summary>As a plain delegate: nothing is bound by reflection.</summary>
    private static void Map(RouteGroupBuilder group, string pattern, string method, Func<HttpContext, Task<IResult>> answer) =>
        group.MapMethods(pattern, [method], async http => await (await answer(http).ConfigureAwait(false)).ExecuteAsync(http).ConfigureAwait(false));
}
