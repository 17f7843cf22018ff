using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IamCore.AspNetCore.Startup;

/// <summary>Looks at all endpoints once the pipeline is built and before the server listens: what is wrong with their requirements ends the start.</summary>
internal sealed class EndpointCheck(IamEndpointSource endpoints, IOptions<IamAspNetCoreOptions> options, IHostEnvironment environment) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        var problems = endpoints.FindProblemsAsync(options.Value.RefuseUnprotectedEndpoints, environment.IsDevelopment()).GetAwaiter().GetResult();
        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"The endpoints are not protected as they say:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");
        }
    };
}
