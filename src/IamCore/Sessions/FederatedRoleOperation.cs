using IamCore.Administration;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Errors;
using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Sessions;

/// <summary>
/// Roles assumed by identities of providers, in the order of ST-032 from the point where their proof is known to be good (ST-056, ST-070). There is no
/// caller side: the trust policy decides alone, cut down to what names providers, within the resource control policies of the role's account.
/// </summary>
internal sealed class FederatedRoleOperation(IamDirectory directory, CallerResolver callers, SessionIssuer issuer)
{
    /// <summary>Refuses parameters of the wrong form, before any proof is looked at.</summary>
    public void CheckInput(Action<ParameterCheck> checks)
    {
        var check = new ParameterCheck(directory.Options.Quotas);
        checks(check);
        check.Throw();
    }

    /// <summary>What every such call passes about the session.</summary>
    public static void CheckSession(ParameterCheck check, string? roleArn, string? policy, ValueList<string> policyArns, int durationSeconds)
    {
        SessionInput.RoleArn(check, roleArn);
        check.Range(durationSeconds, "DurationSeconds", 900, 43200, "ST-012");
        SessionInput.Policies(check, policy, policyArns);
    }

    public ValueTask<AssumedRole> RunAsync(FederatedIdentity identity, CancellationToken cancellationToken) => new SessionAudit(directory).ReportAsync(
        identity.Provider, identity.Action, identity.RoleArn, $"{identity.Action} {identity.RoleArn} as {identity.RoleSessionName}", () => AssumeAsync(identity, cancellationToken));

    private async ValueTask<AssumedRole> AssumeAsync(FederatedIdentity identity, CancellationToken cancellationToken)
    {
        CheckClaims(identity);
        var role = await callers.FindRoleAsync(identity.RoleArn, cancellationToken).ConfigureAwait(false) ?? throw Refused(identity.Action, "ST-010");
        var target = (IamRole)role.Entity;
        Decide(identity, role, target);
        if (!identity.IsSignIn && identity.DurationSeconds > target.MaxSessionDuration)
        {
            throw IamErrors.Validation("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.", "ST-012");
        }

        var policies = await SessionPolicies.FindAsync(directory, role.Account.Account, identity.PolicyArns, cancellationToken).ConfigureAwait(false);
        var packed = SessionInput.PackedSize(identity.Policy, identity.PolicyArns, identity.Tags, directory.Credentials.Options.PackedPolicyLimit);
        var duration = DurationOf(identity);
        if (identity.SpendAsync is { } spendAsync)
        {
            await spendAsync(cancellationToken).ConfigureAwait(false);
        }

        if (EmergencyUse.IsEmergency(target))
        {
            EmergencyUse.Record(directory, target.Account, identity.Action, null);
        }

        var issued = issuer.Issue(duration, StateOf(identity, target, policies));
        return new AssumeRoleOperation(directory, callers, issuer).ResultOf(issued, role, packed);
    }

    /// <summary>What the proof asks for, by the rules of what a caller would pass (ST-011, ST-015 to ST-017).</summary>
    private void CheckClaims(FederatedIdentity identity) => CheckInput(check =>
    {
        SessionInput.RoleSessionName(check, identity.RoleSessionName);
        SessionInput.Tags(check, identity.Tags, identity.TransitiveTagKeys);
        SessionInput.SourceIdentity(check, identity.SourceIdentity);
    });

    private void Decide(FederatedIdentity identity, PrincipalPolicies role, IamRole target)
    {
        if (target.Owner != RoleOwner.Customer)
        {
            throw Refused(identity.Action, "ST-144");
        }

        var policies = new ApplicablePolicies
        {
            Resource = FederatedTrust.ForProviders(PolicySets.Read(target.Key, PolicyType.Trust, target.TrustPolicy)),
            ResourceControl = PolicySets.ResourceControlOf(role.Account),
        };
        var keys = KeysOf(identity, target);
        Demand(identity.Action, identity.Kind == SessionKind.SamlRole ? "ST-070" : "ST-056");
        if (identity.Tags.Count > 0)
        {
            Demand("sts:TagSession", "ST-059");
        }

        if (identity.SourceIdentity is not null)
        {
            Demand("sts:SetSourceIdentity", "ST-059");
        }

        void Demand(string action, string rule)
        {
            var request = new AccessRequest(
                Principal.IdentityProvider(identity.Provider),
                ActionName.Parse(action),
                ResourceName.Parse(target.Arn),
                keys,
                target.Account,
                directory.Options.TimeProvider.GetUtcNow());
            if (!PolicyEvaluator.Evaluate(in request, in policies).IsAllowed)
            {
                throw Refused(action, rule);
            }
        }
    }

    private static RequestContext KeysOf(FederatedIdentity identity, IamRole role)
    {
        var keys = new RequestContext { ["sts:RoleSessionName"] = identity.RoleSessionName, ["aws:FederatedProvider"] = identity.Provider };
        foreach (var key in identity.TrustKeys)
        {
            keys[key.Name] = key.Value;
        }

        if (identity.SourceIdentity is { } source)
        {
            keys["sts:SourceIdentity"] = source;
        }

        if (identity.TransitiveTagKeys.Count > 0)
        {
            keys["sts:TransitiveTagKeys"] = ContextValue.Many(identity.TransitiveTagKeys.AsSpan());
        }

        RequestTags.Add(keys, identity.Tags);
        foreach (var tag in role.Tags)
        {
            keys[$"iam:ResourceTag/{tag.Key}"] = tag.Value;
            keys[$"aws:ResourceTag/{tag.Key}"] = tag.Value;
        }

        return keys;
    }

    /// <summary>The least of what was asked for, what the provider shortens it to, and what is left of the provider's own session (ST-071).</summary>
    private TimeSpan DurationOf(FederatedIdentity identity)
    {
        var asked = TimeSpan.FromSeconds(Math.Min(identity.DurationSeconds, identity.ShortenedTo ?? int.MaxValue));
        if (identity.NotAfter is not { } end)
        {
            return asked;
        }

        var left = end - directory.Options.TimeProvider.GetUtcNow();
        return left <= TimeSpan.Zero
            ? throw new IamException(IamErrorCode.ExpiredTokenException, "The session at the identity provider is over.", "ST-071")
            : left < asked ? left : asked;
    }

    private static SessionState StateOf(FederatedIdentity identity, IamRole role, ValueList<ObjectKey> policies)
    {
        var transitive = ((IEnumerable<string>)identity.TransitiveTagKeys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new()
        {
            Kind = identity.Kind,
            Account = role.Account.ToString(),
            EntityId = role.Id,
            Name = identity.RoleSessionName,
            AccessKeyId = "",
            Secret = "",
            IssuedAt = 0,
            ExpiresAt = 0,
            SourceIdentity = identity.SourceIdentity,
            Tags = [.. ((IEnumerable<Tag>)identity.Tags).Select(tag => new SessionTag(tag.Key, tag.Value ?? "", transitive.Contains(tag.Key)))],
            Policy = identity.Policy,
            ManagedPolicies = [.. ((IEnumerable<ObjectKey>)policies).Select(key => key.ToString())],
            Keys = [.. identity.SessionKeys, new("aws:FederatedProvider", [identity.Provider])],
            IsConsole = identity.IsSignIn,
        };
    }

    /// <summary>One answer whether the role is not there or does not trust (ST-010): who asks learns nothing of roles.</summary>
    private static IamException Refused(string action, string rule) => Denials.Refused($"Not authorized to perform {action}", rule);
}
