using IamCore;
using IamCore.Federation;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers federation with a host.</summary>
public static class IamFederationExtensions
{
    /// <summary>
    /// Registers <see cref="FederationService"/>. A <see cref="IOidcKeySource"/> and a <see cref="IAccessTokenVerifier"/> that the host registers are used where the
    /// options name none. Called again it adds to the options.
    /// </summary>
    /// <param name="builder">What <c>AddIamCore</c> gave.</param>
    /// <param name="change">Sets options, after what was set before; called when the service is first needed. For example
    /// <c>options =&gt; options with { KeySource = … }</c>.</param>
    public static IamCoreBuilder AddFederation(this IamCoreBuilder builder, Func<FederationOptions, FederationOptions>? change = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (change is not null)
        {
            builder.Services.AddSingleton(new FederationOptionsChange(change));
        }

        builder.Services.TryAddSingleton(static provider =>
        {
            var options = new FederationOptions
            {
                KeySource = provider.GetService<IOidcKeySource>(),
                AccessTokenVerifier = provider.GetService<IAccessTokenVerifier>(),
            };
            foreach (var change in provider.GetServices<FederationOptionsChange>())
            {
                options = change.Apply(options);
            }

            return options;
        });
        builder.Services.TryAddSingleton<FederationService>();
        return builder;
    }
}

/// <summary>One change of the options.</summary>
internal sealed record FederationOptionsChange(Func<FederationOptions, FederationOptions> Apply);
