using IamCore.Administration;
using IamCore.Credentials;
using IamCore.Sessions;

namespace IamCore.Federation.WebIdentity;

/// <summary>Performs <c>AssumeRoleWithWebIdentity</c> (ST-053 to ST-060).</summary>
internal sealed class WebIdentityOperation(FederatedRoleOperation roles, TokenValidator tokens, AccessTokens accessTokens)
{
    private const string Action = "sts:AssumeRoleWithWebIdentity";

    public async ValueTask<WebIdentityRole> RunAsync(AssumeRoleWithWebIdentity request, CancellationToken cancellationToken)
    {
        roles.CheckInput(check =>
        {
            FederatedRoleOperation.CheckSession(check, request.RoleArn, request.Policy, request.PolicyArns, request.DurationSeconds);
            SessionInput.RoleSessionName(check, request.RoleSessionName);
            check.Length(request.WebIdentityToken ?? "", "WebIdentityToken", 4, 20_000, "ST-053");
            check.Require(request.ProviderId is null || AccessTokens.IsProvider(request.ProviderId), "ProviderId", "must be www.amazon.com or graph.facebook.com", "ST-053");
        });
        var identity = request.ProviderId is { } providerId
            ? await accessTokens.VerifyAsync(providerId, request.WebIdentityToken, cancellationToken).ConfigureAwait(false)
            : await tokens.ValidateAsync(request.WebIdentityToken, AccountOf(request.RoleArn), cancellationToken).ConfigureAwait(false);
        var role = await roles.RunAsync(
            new()
            {
                Kind = SessionKind.WebIdentityRole,
                Action = Action,
                Provider = identity.Provider,
                RoleArn = request.RoleArn,
                RoleSessionName = request.RoleSessionName,
                TrustKeys = identity.TrustKeys,
                SessionKeys = identity.SessionKeys,
                DurationSeconds = request.DurationSeconds,
                Policy = request.Policy,
                PolicyArns = request.PolicyArns,
                Tags = identity.Tags,
                TransitiveTagKeys = identity.TransitiveTagKeys,
                SourceIdentity = identity.SourceIdentity,
            },
            cancellationToken).ConfigureAwait(false);
        return new(role, identity.Subject, identity.Issuer, identity.Audience);
    }

    private static AccountId AccountOf(string roleArn) => AccountId.Parse(Arn.Parse(roleArn).Account.ToString());
}
