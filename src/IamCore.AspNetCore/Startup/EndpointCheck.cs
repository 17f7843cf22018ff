using IamCore.AspNetCore.Context;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IamCore.AspNetCore.Startup;

/// <summary>Begins the pipeline with noting the request, and looks at all endpoints once it is built and before the server listens: what is wrong with their requirements ends the start.</summary>
internal sealed class EndpointCheck(CurrentRequest current, IamEndpointSource endpoints, IOptions<IamAspNetCoreOptions> options, IHostEnvironment environment) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        current.Follow(app);
        next(app);
        var problems = endpoints.FindProblemsAsync(options.Value.RefuseUnprotectedEndpoints, environment.IsDevelopment()).GetAwaiter().GetResult();
        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"The endpoints are not protected as they say:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");
        }
    };
}
