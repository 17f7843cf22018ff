using System.Globalization;
using IamCore.Policies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IamCore.AspNetCore.Testing;

/// <summary>Tests an application through its endpoints, as anybody, with or without its policies.</summary>
/// <example><code>
/// var authorizer = FakeAuthorizer.DenyAll().Allow("docs:ReadDocument");
/// await using var factory = new WebApplicationFactory&lt;Program&gt;().WithIam(authorizer);
/// using var client = factory.CreateClientAs("arn:aws:iam::123456789012:user/alice");
/// … the request under test …
/// authorizer.AssertAsked("docs:ReadDocument", "arn:app:docs::123456789012:tenant/acme/document/1");
/// </code></example>
public static class IamTestingExtensions
{
    /// <summary>
    /// The application with test principals as its default authentication: requests are made by whoever <see cref="CreateClientAs{T}"/> says, those of other
    /// clients by nobody. Endpoints that name a scheme of their own keep it.
    /// </summary>
    /// <typeparam name="TEntryPoint">A type of the application.</typeparam>
    /// <param name="factory">The application.</param>
    /// <param name="authorizer">Answers in the place of the application's policies; <see langword="null"/> leaves these in place.</param>
    public static WebApplicationFactory<TEntryPoint> WithIam<TEntryPoint>(this WebApplicationFactory<TEntryPoint> factory, IAuthorizer? authorizer = null)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        {
            services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TestPrincipalHandler>(TestPrincipalHandler.SchemeName, null);
            services.PostConfigure<AuthenticationOptions>(options =>
            {
                options.DefaultScheme = options.DefaultAuthenticateScheme = TestPrincipalHandler.SchemeName;
                options.DefaultChallengeScheme = options.DefaultForbidScheme = TestPrincipalHandler.SchemeName;
            });
            if (authorizer is not null)
            {
                services.Replace(ServiceDescriptor.Singleton(authorizer));
            }
        }));
    }

    /// <summary>A client whose requests a principal makes. The application must be <see cref="WithIam{T}"/>.</summary>
    /// <typeparam name="TEntryPoint">A type of the application.</typeparam>
    /// <param name="factory">The application.</param>
    /// <param name="principal">An ARN of a user, a role session or a root user.</param>
    /// <param name="secondFactorAt">When the principal gave a second factor; <see langword="null"/> for never.</param>
    /// <exception cref="FormatException">The text is no principal.</exception>
    public static HttpClient CreateClientAs<TEntryPoint>(
        this WebApplicationFactory<TEntryPoint> factory, string principal, DateTimeOffset? secondFactorAt = null)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        _ = Principal.Parse(principal);
        var client = factory.CreateClient();
        client.DefaultRequestHeaders.Add(TestPrincipalHandler.PrincipalHeader, principal);
        if (secondFactorAt is { } time)
        {
            client.DefaultRequestHeaders.Add(TestPrincipalHandler.SecondFactorHeader, time.ToString("O", CultureInfo.InvariantCulture));
        }

        return client;
    }
}
