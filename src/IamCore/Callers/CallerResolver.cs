using System.Collections.Immutable;
using IamCore.Credentials;
using IamCore.Model;
using IamCore.Principals;
using IamCore.Stores;

namespace IamCore.Callers;

/// <summary>Turns a caller into what a decision needs, reading everything that is not frozen anew (ST-004) and refusing callers that are no
/// longer good (ST-005, ID-025, ID-091, ID-119, ST-107).</summary>
internal sealed class CallerResolver(IDirectoryLoader store, IamDirectoryOptions options)
{
    private const int MaxReadings = 20;

    private readonly PrincipalPolicyReader _principals = new(store, options.PredefinedPolicies);

    public async ValueTask<ResolvedCaller> ResolveAsync(Caller caller, CancellationToken cancellationToken)
    {
        await CheckAliveAsync(caller, cancellationToken).ConfigureAwait(false);
        return caller.IsRoot
            ? await ResolveRootAsync(caller, cancellationToken).ConfigureAwait(false)
            : await ResolveEntityAsync(caller, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The role that a session is to be made of, with its account; null where there is none of exactly that ARN (ST-010).</summary>
    public async ValueTask<PrincipalPolicies?> FindRoleAsync(string roleArn, CancellationToken cancellationToken)
    {
        if (!Arn.TryParse(roleArn, out var arn) || !AccountId.TryParse(arn.Account, out var account))
        {
            return null;
        }

        var name = arn.Resource[(arn.Resource.LastIndexOf('/') + 1)..].ToString();
        var found = await _principals.FindEntityAsync(
            account, ObjectLocator.ByUniqueKey(DirectoryKeys.Role(account, name)), cancellationToken).ConfigureAwait(false);
        return found?.Entity is IamRole role && role.Arn == roleArn && found.Account.Account.Status == AccountStatus.Active ? found : null;
    }

    /// <summary>Refuses a session that has ended or was revoked (ST-005, ST-107).</summary>
    public async ValueTask CheckAliveAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (caller is not Session session)
        {
            return;
        }

        if (options.TimeProvider.GetUtcNow() >= session.Expiration)
        {
            throw Denials.Expired();
        }

        var keys = ImmutableArray.Create(ObjectLocator.ByKey(SpentToken.KeyOfSession(session.AccessKeyId)));
        foreach (var source in session.State.From)
        {
            keys = keys.Add(ObjectLocator.ByKey(SpentToken.KeyOfSession(source)));
        }

        var spent = await store.LoadAsync(keys, cancellationToken).ConfigureAwait(false);
        if (spent.Roots.Any(root => root is not null))
        {
            throw Denials.Expired();
        }
    }

    private async ValueTask<ResolvedCaller> ResolveRootAsync(Caller caller, CancellationToken cancellationToken)
    {
        var account = await _principals.FindAccountAsync(caller.Account, cancellationToken).ConfigureAwait(false);
        if (account is not { Account.Status: AccountStatus.Active })
        {
            throw Denials.InvalidToken();
        }

        var session = caller as Session;
        var isFederated = session?.State.Kind == SessionKind.FederatedUser;
        var policies = new ApplicablePolicies
        {
            Identity = isFederated ? [PolicySets.AllowAllIdentity] : default,
            Session = session is null ? null
                : session.State.TaskPolicy is { } task ? RootTasks.SessionPolicyOf(task)
                : await SessionPoliciesAsync(session.State, account, cancellationToken).ConfigureAwait(false),
            ServiceControl = PolicySets.ServiceControlOf(account),
        };
        var (principal, userId) = IdentifiedCaller.NameOf(caller, null, account.Account);
        return new()
        {
            Caller = caller,
            Principal = principal,
            UserId = userId,
            Account = account,
            Policies = policies,
            Context = SessionKeys.Of(caller, userId, account, ValueList<Tag>.Empty, options.TimeProvider.GetUtcNow()),
        };
    }

    private async ValueTask<ResolvedCaller> ResolveEntityAsync(Caller caller, CancellationToken cancellationToken)
    {
        var state = (caller as Session)?.State;
        for (var reading = 1; ; reading++)
        {
            var found = await _principals.FindEntityAsync(caller.Account, ObjectLocator.ByKey(caller.Entity), cancellationToken).ConfigureAwait(false);
            if (found is not { Account.Account.Status: AccountStatus.Active })
            {
                throw Denials.InvalidToken();
            }

            var (sessionPolicies, isSameRevision) = state is null
                ? (null, true) : await ReadSessionPoliciesAsync(state, found.Account, cancellationToken).ConfigureAwait(false);
            if (isSameRevision)
            {
                return Resolved(caller, found, sessionPolicies);
            }

            if (reading == MaxReadings)
            {
                throw new IamException(IamErrorCode.ConcurrentModification, "The directory changes too fast to be read as of one revision.", "ID-257");
            }
        }
    }

    private ResolvedCaller Resolved(Caller caller, PrincipalPolicies found, PolicySet? sessionPolicies)
    {
        var entity = found.Entity;
        var identity = PolicySets.IdentityOf(found);
        if (entity is IamUser user && found.Account.Account.PasswordPolicy is { AllowUsersToChangePassword: true })
        {
            identity = identity.Add(OwnPassword.PolicyOf(user));
        }

        var (principal, userId) = IdentifiedCaller.NameOf(caller, entity, found.Account.Account);
        return new()
        {
            Caller = caller,
            Principal = principal,
            UserId = userId,
            Account = found.Account,
            Entity = entity,
            Policies = new()
            {
                Identity = identity,
                PermissionsBoundary = PolicySets.BoundaryOf(found),
                Session = sessionPolicies,
                ServiceControl = PolicySets.ServiceControlOf(found.Account),
            },
            Context = SessionKeys.Of(caller, userId, found.Account, entity.Tags, options.TimeProvider.GetUtcNow()),
        };
    }

    private async ValueTask<PolicySet?> SessionPoliciesAsync(SessionState state, AccountPolicies account, CancellationToken cancellationToken) =>
        (await ReadSessionPoliciesAsync(state, account, cancellationToken).ConfigureAwait(false)).Policies;

    /// <summary>The union of inline and managed session policies; null where none were passed (ST-022, ST-088).</summary>
    private async ValueTask<(PolicySet? Policies, bool IsSameRevision)> ReadSessionPoliciesAsync(
        SessionState state, AccountPolicies account, CancellationToken cancellationToken)
    {
        if (!state.HasSessionPolicies)
        {
            return (null, true);
        }

        var named = new List<NamedPolicy>();
        if (state.Policy is { } inline)
        {
            named.Add(new(PolicySets.Read(PolicyType.Session, inline), "session policy"));
        }

        if (state.ManagedPolicies.Length == 0)
        {
            return (PolicySet.Compile(PolicyType.Session, [.. named]), true);
        }

        var keys = state.ManagedPolicies.Select(text => ObjectKey.TryParse(text, out var key) ? key : throw Denials.InvalidToken()).ToArray();
        var stored = keys.Where(key => key.Kind == ObjectKind.ManagedPolicy).Select(ObjectLocator.ByKey).ToImmutableArray();
        var graph = stored.IsEmpty ? null : await store.LoadAsync(stored, cancellationToken).ConfigureAwait(false);
        foreach (var key in keys)
        {
            named.Add(Managed(key, graph, account.Account.Partition));
        }

        return (PolicySet.Compile(PolicyType.Session, [.. named]), graph is null || graph.Revision == account.Revision);
    }

    private NamedPolicy Managed(ObjectKey key, DirectoryGraph? graph, string partition)
    {
        if (key.Kind == ObjectKind.PredefinedPolicy)
        {
            return options.PredefinedPolicies.Find(key) is { } predefined
                ? new(PolicySets.Read(key, PolicyType.Session, predefined.TextIn(partition)), predefined.Name) : PolicySets.Gone;
        }

        return graph?.Find(key) is ManagedPolicy policy
            ? new(
                PolicySets.Read(
                    key,
                    PolicyType.Session,
                    policy.DefaultVersion?.Document ?? throw new DirectoryDamagedException(key, $"{key} has no version {policy.DefaultVersionId}, which is its default")),
                policy.Name)
            : PolicySets.Gone;
    }
}
