using IamCore.AspNetCore.Templates;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace IamCore.AspNetCore.Tests.Templates;

public sealed class EndpointBindingsTests
{
    /// <summary>More endpoints than are kept at hand, some with the same requirements: each has its own binding, and always the same.</summary>
    [Fact]
    public void Each_endpoint_has_its_own_bindings()
    {
        var bindings = new EndpointBindings();
        IamRequirement[] requirements = [.. Enumerable.Range(0, 4).Select(i => new IamRequirement("docs:Read", $"arn:app:docs:::{i}/{{id}}"))];
        Endpoint[] endpoints = [.. Enumerable.Range(0, 100).Select(i => new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse($"/{i}/{{id}}"), 0, EndpointMetadataCollection.Empty, $"{i}"))];
        var first = All();
        Assert.Equal(first.Count, first.Distinct().Count());
        Assert.Equal(first, All());
        for (var i = 0; i < first.Count; i++)
        {
            Assert.True(first[i].TryBind(new() { ["id"] = "x" }, out var resource));
            Assert.Equal($"arn:app:docs:::{i % requirements.Length}/x", resource.ToString());
        }

        List<BoundTemplate> All() => [.. endpoints.SelectMany(endpoint => requirements.Select(requirement => bindings.Get(endpoint, requirement)))];
    }
}
