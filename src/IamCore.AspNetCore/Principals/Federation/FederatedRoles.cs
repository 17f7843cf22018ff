using IamCore.Administration;
using IamCore.Sessions;

namespace IamCore.AspNetCore.Principals.Federation;

/// <summary>Makes role sessions for identities that the host verified (ST-053 to ST-059 from the point where the token is known to be good).</summary>
internal sealed class FederatedRoles(IamDirectory directory)
{
    private const string Action = "sts:AssumeRoleWithWebIdentity";

    private readonly CallerResolver _callers = new(directory);
    private readonly SessionIssuer _issuer = new(directory);

    /// <summary>A session of the role.</summary>
    /// <exception cref="IamException">The parameters are wrong, the provider is not there or not for that audience, or the role does not trust the identity.</exception>
    public async ValueTask<Session> AssumeAsync(VerifiedIdentity identity, CancellationToken cancellationToken)
    {
        Check(identity);
        if (identity.Subject.Length is < 6 or > 255)
        {
            throw Denials.Refused("The subject must have 6 to 255 characters", "ST-054");
        }

        var role = await _callers.FindRoleAsync(identity.RoleArn, cancellationToken).ConfigureAwait(false) ?? throw Refused();
        var target = (IamRole)role.Entity;
        if (target.Owner != RoleOwner.Customer)
        {
            throw Refused();
        }

        var found = await directory.Store.FindAsync(
            ObjectLocator.ByUniqueKey(DirectoryKeys.OidcProvider(target.Account, identity.Issuer)), cancellationToken).ConfigureAwait(false);
        if (found is not OidcProvider provider || !((IEnumerable<string>)provider.ClientIds).Contains(identity.Audience, StringComparer.Ordinal))
        {
            throw Refused();
        }

        Decide(identity, role, provider, Action);
        if (identity.Tags.Count > 0)
        {
            Decide(identity, role, provider, "sts:TagSession");
        }

        if (identity.SourceIdentity is not null)
        {
            Decide(identity, role, provider, "sts:SetSourceIdentity");
        }

        var duration = TimeSpan.FromSeconds(Math.Min(identity.Duration.TotalSeconds, target.MaxSessionDuration));
        return _issuer.Issue(duration, new()
        {
            Kind = SessionKind.WebIdentityRole,
            Account = target.Account.ToString(),
            EntityId = target.Id,
            Name = identity.SessionName,
            Tags = [.. ((IEnumerable<Tag>)identity.Tags).Select(tag => new SessionTag(tag.Key, tag.Value))],
            SourceIdentity = identity.SourceIdentity,
            Keys = [.. identity.FrozenKeys(provider)],
            AccessKeyId = "",
            Secret = "",
            IssuedAt = 0,
            ExpiresAt = 0,
        });
    }

    private void Check(VerifiedIdentity identity)
    {
        var check = new ParameterCheck(directory.Options.Quotas);
        SessionInput.RoleArn(check, identity.RoleArn);
        SessionInput.RoleSessionName(check, identity.SessionName);
        if (identity.SourceIdentity is { } source)
        {
            SessionInput.SourceIdentity(check, source);
        }

        SessionInput.Tags(check, identity.Tags, ValueList<string>.Empty);
        check.Range((int)identity.Duration.TotalSeconds, "DurationSeconds", 900, 43200, "ST-012");
        check.Throw();
    }

    /// <summary>No caller's policies are asked: the trust policy decides alone, cut down to what names providers (ST-056), with the keys of ST-057.</summary>
    private void Decide(VerifiedIdentity identity, PrincipalPolicies role, OidcProvider provider, string action)
    {
        var target = (IamRole)role.Entity;
        var keys = new RequestContext();
        foreach (var key in identity.FrozenKeys(provider).Concat(identity.TrustKeys(provider)))
        {
            keys[key.Name] = key.Value;
        }

        RequestTags.Add(keys, identity.Tags);
        foreach (var tag in target.Tags)
        {
            keys[$"aws:ResourceTag/{tag.Key}"] = tag.Value;
        }

        var request = new AccessRequest(
            Principal.IdentityProvider(provider.Arn),
            ActionName.Parse(action),
            ResourceName.Parse(target.Arn),
            keys,
            target.Account,
            directory.Options.TimeProvider.GetUtcNow());
        var policies = new ApplicablePolicies
        {
            Resource = FederatedTrust.ForProviders(PolicySets.Read(target.Key, PolicyType.Trust, target.TrustPolicy)),
            ResourceControl = PolicySets.ResourceControlOf(role.Account),
        };
        if (!PolicyEvaluator.Evaluate(in request, in policies).IsAllowed)
        {
            throw Refused();
        }
    }

    /// <summary>One answer to all: who asks learns neither which roles nor which providers there are.</summary>
    private static IamException Refused() => Denials.Refused($"Not authorized to perform {Action}", "ST-056");
}
