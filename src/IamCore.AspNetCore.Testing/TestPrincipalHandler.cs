using System.Globalization;
using System.Text.Encodings.Web;
using IamCore.Policies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IamCore.AspNetCore.Testing;

/// <summary>Takes a test client's word for who it is.</summary>
internal sealed class TestPrincipalHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "IamCoreTest";

    public const string PrincipalHeader = "iamcore-test-principal";

    public const string SecondFactorHeader = "iamcore-test-second-factor";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[PrincipalHeader].ToString() is not { Length: > 0 } principal)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        DateTimeOffset? time = Request.Headers[SecondFactorHeader].ToString() is { Length: > 0 } text
            ? DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture) : null;
        var session = new PrincipalSession(Principal.Parse(principal))
        {
            MultiFactorTime = time,
            Keys = new RequestContext { ["aws:MultiFactorAuthPresent"] = time is not null },
        };
        var identity = new IamClaimsIdentity(session, SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new(identity.ToPrincipal(), SchemeName)));
    }
}
