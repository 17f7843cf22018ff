using System.Security.Cryptography;
using System.Text;
using System.Xml;
using IamCore.Administration;
using IamCore.Credentials;
using IamCore.Model;
using IamCore.Sessions;

namespace IamCore.Federation.Saml;

/// <summary>Performs <c>AssumeRoleWithSAML</c> and sign-in by assertion (ST-063 to ST-074).</summary>
internal sealed class SamlOperation(IamDirectory directory, FederatedRoleOperation roles, FederationOptions options)
{
    private const string Action = "sts:AssumeRoleWithSAML";

    /// <summary>The maximum number of providers an assertion may name for a sign-in. Each costs one signature verification.</summary>
    private const int MaxProviders = 10;

    private readonly SamlProviders _providers = new(directory.Store, directory.Options.TimeProvider);
    private readonly AssertionValidator _assertions = new(options, directory.Options.TimeProvider);

    public async ValueTask<SamlRole> AssumeAsync(AssumeRoleWithSaml request, CancellationToken cancellationToken)
    {
        roles.CheckInput(check =>
        {
            FederatedRoleOperation.CheckSession(check, request.RoleArn, request.Policy, request.PolicyArns, request.DurationSeconds);
            check.Require(SamlProviders.IsArn(request.PrincipalArn), "PrincipalArn", "must be the ARN of a SAML provider", "ST-063");
            check.Length(request.SamlAssertion ?? "", "SAMLAssertion", 4, 100_000, "ST-063");
        });
        var pair = new SamlRolePair(request.RoleArn, request.PrincipalArn);
        var proof = await ProveAsync(SamlXml.FromBase64(request.SamlAssertion), pair, cancellationToken).ConfigureAwait(false);
        var identity = IdentityOf(proof, pair) with
        {
            DurationSeconds = request.DurationSeconds,
            ShortenedTo = proof.Claims.SessionDuration,
            Policy = request.Policy,
            PolicyArns = request.PolicyArns,
        };
        var role = await roles.RunAsync(identity, cancellationToken).ConfigureAwait(false);
        var (assertion, provider) = (proof.Assertion, proof.Provider);
        return new(
            role, assertion.NameId, assertion.SubjectType, assertion.Issuer, assertion.Recipient, SamlKeys.NameQualifier(assertion.Issuer, provider.Account, provider.Name));
    }

    public async ValueTask<SamlSignIn> SignInAsync(SignInWithSaml request, CancellationToken cancellationToken)
    {
        roles.CheckInput(check =>
        {
            if (request.Choice is { } choice)
            {
                SessionInput.RoleArn(check, choice.RoleArn);
                check.Require(SamlProviders.IsArn(choice.PrincipalArn), "PrincipalArn", "must be the ARN of a SAML provider", "ST-074");
            }

            check.Length(request.SamlAssertion ?? "", "SAMLAssertion", 4, 100_000, "ST-063");
        });
        var response = SamlXml.FromBase64(request.SamlAssertion);
        var pair = request.Choice;
        if (pair is null)
        {
            var offered = await OfferedAsync(response, cancellationToken).ConfigureAwait(false);
            if (offered.Count > 1)
            {
                return new(null, await ChoicesAsync(offered, cancellationToken).ConfigureAwait(false));
            }

            pair = offered[0];
        }

        var proof = await ProveAsync(response, pair, cancellationToken).ConfigureAwait(false);
        var identity = IdentityOf(proof, pair) with
        {
            IsSignIn = true,
            DurationSeconds = proof.Claims.SessionDuration ?? 3600,
        };
        return new((await roles.RunAsync(identity, cancellationToken).ConfigureAwait(false)).Session, ValueList<SamlRoleChoice>.Empty);
    }

    /// <summary>Verifies the assertion for one pair of role and provider, which it must offer (ST-066).</summary>
    private async ValueTask<Proof> ProveAsync(XmlElement response, SamlRolePair pair, CancellationToken cancellationToken)
    {
        var (provider, keys) = await _providers.GetAsync(pair.PrincipalArn, AccountOf(pair.RoleArn), cancellationToken).ConfigureAwait(false);
        var assertion = _assertions.Validate(response, keys);
        var claims = new SamlClaims(assertion.Attributes);
        return claims.Roles.Contains(pair) ? new(provider, assertion, claims) : throw new IamException(IamErrorCode.AccessDenied, $"Not authorized to perform {Action}", "ST-066");
    }

    /// <summary>
    /// Returns the pairs that the assertion offers through providers that signed it. Only the names of the providers to try are taken from
    /// the
    /// assertion before it is verified, and nothing else.
    /// </summary>
    private async ValueTask<List<SamlRolePair>> OfferedAsync(XmlElement response, CancellationToken cancellationToken)
    {
        var unproven = new SamlClaims(ResponseReader.AttributesOf(ResponseReader.AssertionOf(response))).Roles.ToArray();
        var offered = new List<SamlRolePair>();
        IamException? firstError = null;
        foreach (var group in unproven.GroupBy(pair => pair.PrincipalArn).Take(MaxProviders))
        {
            try
            {
                var (_, keys) = await _providers.GetAsync(group.Key, AccountOf(group.Key), cancellationToken).ConfigureAwait(false);
                var proven = new SamlClaims(_assertions.Validate(response, keys).Attributes).Roles.ToHashSet();
                offered.AddRange(group.Where(pair => proven.Contains(pair) && AccountOf(pair.RoleArn) == AccountOf(group.Key)));
            }
            catch (IamException error) when (error.ErrorCode is IamErrorCode.InvalidIdentityToken or IamErrorCode.ExpiredTokenException)
            {
                firstError ??= error;
            }
        }

        return offered.Count > 0 ? offered : throw firstError ?? new IamException(IamErrorCode.AccessDenied, $"Not authorized to perform {Action}", "ST-066");
    }

    private async ValueTask<ValueList<SamlRoleChoice>> ChoicesAsync(List<SamlRolePair> pairs, CancellationToken cancellationToken)
    {
        var choices = new List<SamlRoleChoice>();
        foreach (var pair in pairs)
        {
            var id = AccountOf(pair.RoleArn);
            var account = await directory.Principals.FindAccountAsync(id, cancellationToken).ConfigureAwait(false);
            choices.Add(new(pair, id, account?.Account.Alias));
        }

        return [.. choices];
    }

    private FederatedIdentity IdentityOf(Proof proof, SamlRolePair pair)
    {
        var (provider, assertion, claims) = proof;
        return new()
        {
            Kind = SessionKind.SamlRole,
            Action = Action,
            Provider = provider.Arn,
            RoleArn = pair.RoleArn,
            RoleSessionName = claims.RoleSessionName,
            TrustKeys = SamlKeys.ForTrust(assertion, provider),
            SessionKeys = SamlKeys.ForSession(assertion, provider),
            DurationSeconds = 3600,
            NotAfter = assertion.SessionEnd,
            Tags = claims.Tags,
            TransitiveTagKeys = claims.TransitiveTagKeys,
            SourceIdentity = claims.SourceIdentity,
            SpendAsync = options.SamlReplayCache || assertion.IsForOneUse ? cancellationToken => SpendAsync(provider, assertion, cancellationToken) : null,
        };
    }

    /// <summary>Marks the assertion as used, on all nodes, for as long as it could be redeemed.</summary>
    private async ValueTask SpendAsync(SamlProvider provider, SamlAssertion assertion, CancellationToken cancellationToken)
    {
        var id = $"saml-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{provider.Arn}\n{assertion.Id}")))}";
        if (!await SpentTokens.TrySpendAsync(directory, provider.Account, id, assertion.IssueInstant + AssertionValidator.RedeemWithin + TimeSpan.FromSeconds(1), cancellationToken)
            .ConfigureAwait(false))
        {
            throw SamlErrors.Invalid("The assertion has already been used.");
        }
    }

    /// <summary>Returns the account in an ARN; the default value, under which nothing is found, if there is none.</summary>
    private static AccountId AccountOf(string arn) =>
        Arn.TryParse(arn, out var parsed) && AccountId.TryParse(parsed.Account, out var account) ? account : default;

    private sealed record Proof(SamlProvider Provider, SamlAssertion Assertion, SamlClaims Claims);
}
