using IamCore.AspNetCore;
using IamCore.AspNetCore.Signatures;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the authentication of signed requests.</summary>
public static class IamSignatureExtensions
{
    /// <summary>The name of the scheme, where the host gives none.</summary>
    public const string DefaultScheme = "IamSignature";

    /// <summary>Authenticates requests signed by access keys of the directory, long-term or of sessions. It needs <c>AddIamCore().AddAspNetCore()</c>.</summary>
    /// <param name="builder">What <c>AddAuthentication</c> gave.</param>
    /// <param name="configure">Sets options: at least <see cref="IamSignatureOptions.Service"/>.</param>
    public static AuthenticationBuilder AddIamSignature(this AuthenticationBuilder builder, Action<IamSignatureOptions> configure) =>
        builder.AddIamSignature(DefaultScheme, configure);

    /// <summary>Authenticates requests signed by access keys of the directory, as a scheme of a name.</summary>
    /// <param name="builder">What <c>AddAuthentication</c> gave.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="configure">Sets options: at least <see cref="IamSignatureOptions.Service"/>.</param>
    public static AuthenticationBuilder AddIamSignature(this AuthenticationBuilder builder, string scheme, Action<IamSignatureOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<IamSignatureOptions>(scheme).ValidateOnStart();
        builder.Services.TryAddSingleton<ReadsSignatures>();
        return builder.AddScheme<IamSignatureOptions, IamSignatureHandler>(scheme, configure);
    }
}
