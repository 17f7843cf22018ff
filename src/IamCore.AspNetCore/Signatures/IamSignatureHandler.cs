using System.Text.Encodings.Web;
using IamCore.AspNetCore.Reporting;
using IamCore.Callers;
using IamCore.Sessions;
using IamCore.Signing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IamCore.AspNetCore.Signatures;

/// <summary>
/// Authenticates requests by their signature, in the header or in the query. A request that carries none is not authenticated, and whoever asks it to be is answered
/// 401; one whose signature is refused is answered with AWS's code and status (CR-095).
/// </summary>
internal sealed class IamSignatureHandler(
    IOptionsMonitor<IamSignatureOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    CallerAuthenticator authenticator,
    IamMeter meter) : AuthenticationHandler<IamSignatureOptions>(options, logger, encoder)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>There are none.</summary>
    protected override Task InitializeEventsAsync() => Task.CompletedTask;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var request = RequestReader.Read(Context);
        return SignedBody.IsExpected(Context) ? HashAndAuthenticateAsync(request) : AuthenticateAsync(in request);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Context.Features.Get<SignatureFailure>() is not { } failure)
        {
            Response.Headers.WWWAuthenticate = Algorithm;
            return WriteAsync(StatusCodes.Status401Unauthorized, "MissingAuthenticationToken", "The request is not signed", null);
        }

        var status = Context.Features.Get<BodyTooLong>() is null ? failure.Fault.HttpStatusCode : StatusCodes.Status413PayloadTooLarge;
        return WriteAsync(status, failure.Fault.Code.ToString(), failure.Fault.Message, failure.Fault);
    }

    private async Task<AuthenticateResult> HashAndAuthenticateAsync(SignableRequest request)
    {
        if (!Options.Verifier.TryRead(in request, out var signature, out var fault))
        {
            return Refuse(fault, signature.AccessKeyId); // before any of the body is read
        }

        if (await SignedBody.HashAsync(Request, Options, Context.RequestAborted).ConfigureAwait(false) is not { } hash)
        {
            Context.Features.Set(new BodyTooLong());
            return Refuse(new(SignatureFaultCode.IncompleteSignature, $"The body is longer than {Options.MaxBodyLength} bytes"), signature.AccessKeyId);
        }

        request = request with { BodyHash = hash };
        return await AuthenticateAsync(in request).ConfigureAwait(false);
    }

    /// <summary>Where the directory is at hand there is nothing to wait for.</summary>
    private Task<AuthenticateResult> AuthenticateAsync(in SignableRequest request)
    {
        var caller = authenticator.AuthenticateAsync(Options.Verifier, request, Context.RequestAborted);
        return caller.IsCompletedSuccessfully ? Task.FromResult(Accept(caller.Result)) : AwaitAsync(caller, request);
    }

    private async Task<AuthenticateResult> AwaitAsync(ValueTask<Caller> caller, SignableRequest request)
    {
        try
        {
            return Accept(await caller.ConfigureAwait(false));
        }
        catch (SignatureException exception)
        {
            return Refuse(exception.Fault, ClaimedKey(in request));
        }
    }

    private AuthenticateResult Accept(Caller caller)
    {
        meter.Signed("ok");
        return AuthenticateResult.Success(new(new IamClaimsIdentity(caller.Known!.Principal, Scheme.Name, caller).ToPrincipal(), Scheme.Name));
    }

    private AuthenticateResult Refuse(SignatureFault fault, string? accessKeyId)
    {
        if (fault.Code == SignatureFaultCode.MissingAuthenticationToken)
        {
            return AuthenticateResult.NoResult();
        }

        meter.Signed(fault.Code.ToString());
        DenialLog.SignatureRefused(Logger, fault.Code, accessKeyId ?? "");
        Context.Features.Set(new SignatureFailure(fault));
        return AuthenticateResult.Fail(new SignatureException(fault));
    }

    /// <summary>The key that the request claims, for the log.</summary>
    private string? ClaimedKey(in SignableRequest request) => Options.Verifier.TryRead(in request, out var signature, out _) ? signature.AccessKeyId : null;

    private async Task WriteAsync(int status, string code, string message, SignatureFault? fault)
    {
        Response.Headers["x-amzn-ErrorType"] = code;
        var problem = new ProblemDetails { Status = status, Title = code, Detail = message, Extensions = { ["code"] = code, ["message"] = message } };
        if (fault is { CanonicalRequest: { } canonical, StringToSign: { } text })
        {
            problem.Extensions["canonicalRequest"] = canonical;
            problem.Extensions["stringToSign"] = text;
        }

        await TypedResults.Problem(problem).ExecuteAsync(Context).ConfigureAwait(false);
    }

    private sealed record BodyTooLong;
}
