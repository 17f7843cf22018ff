using IamCore;
using IamCore.Federation;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds federation to an application's services.</summary>
public static class IamFederationExtensions
{
    /// <summary>
    /// Adds <see cref="FederationService"/>. An <see cref="IOidcKeySource"/> and an <see cref="IAccessTokenVerifier"/> registered by the
    /// application are
    /// used unless the options specify others. Calling the method again adds to the options.
    /// </summary>
    /// <param name="builder">The builder returned by <c>AddIamCore</c>.</param>
    /// <param name="change">
    /// Returns the changed options, for example <c>options =&gt; options with { KeySource = … }</c>. Called when the service is first
    /// needed, after earlier changes.
    /// </param>
    /// <returns>The builder, for chaining.</returns>
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

/// <summary>A change to the options.</summary>
internal sealed record FederationOptionsChange(Func<FederationOptions, FederationOptions> Apply);
