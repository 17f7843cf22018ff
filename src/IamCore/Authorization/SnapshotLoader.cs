using System.Collections.Immutable;
using IamCore.Authorization.Snapshots;
using IamCore.Model;
using IamCore.Predefined;
using IamCore.Principals;
using IamCore.Stores;

namespace IamCore.Authorization;

/// <summary>
/// Loads what a question needs in one call, and so at one revision, and builds snapshots. Unchanged snapshots are taken from the cache;
/// compiled documents are
/// shared.
/// </summary>
internal sealed class SnapshotLoader(IDirectoryLoader store, PredefinedPolicies predefined, SnapshotCaches caches)
{
    /// <summary>Loads the facts of questions.</summary>
    /// <param name="questions">At least one question, all of the same principal.</param>
    /// <param name="isKept">Whether to cache the principal, because it is likely to ask again.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    public async ValueTask<LoadedFacts> LoadAsync(ReadOnlyMemory<AccessQuestion> questions, bool isKept, CancellationToken cancellationToken)
    {
        var roots = SnapshotRoots.Of(questions.Span);
        var graph = roots.IsEmpty
            ? new DirectoryGraph(0, [], [])
            : await store.LoadAsync(roots.Locators, cancellationToken).ConfigureAwait(false);
        return Assemble(questions.Span, roots, graph, isKept);
    }

    /// <summary>Converts the question to a request without context, for what follows from its parts.</summary>
    public static AccessRequest RequestOf(in AccessQuestion question) => new(
        question.Principal, question.Action, question.Resource, null, question.ResourceAccount, DateTimeOffset.UnixEpoch, question.IsStrictResource);

    private LoadedFacts Assemble(ReadOnlySpan<AccessQuestion> questions, SnapshotRoots roots, DirectoryGraph graph, bool isKept)
    {
        var principal = PrincipalOf(in questions[0], roots, graph, isKept, out var stored);
        var facts = new QuestionFacts[questions.Length];
        for (var i = 0; i < facts.Length; i++)
        {
            var resourceAccount = roots.ResourceAccounts[i] < 0 ? null : AccountAt(roots.ResourceAccounts[i], roots, graph);
            var trust = roots.Trusts[i] < 0 ? null : TrustAt(roots.Trusts[i], questions[i].Resource.Arn, graph);
            facts[i] = new QuestionFacts(graph.Revision, graph.Revision, principal, resourceAccount, trust);
        }

        return new LoadedFacts(graph.Revision, facts, stored);
    }

    private AccountSnapshot AccountAt(int place, SnapshotRoots roots, DirectoryGraph graph)
    {
        if (graph.Roots[place] is not IamAccount account)
        {
            var id = roots.Locators[place].Key.Id;
            var none = AccountSnapshot.NotHeld(id, graph.Revision);
            caches.Accounts.Keep(id, none);
            return none;
        }

        return AccountOf(PrincipalPolicyReader.Assemble(graph, predefined, account), graph);
    }

    private AccountSnapshot AccountOf(AccountPolicies policies, DirectoryGraph graph)
    {
        if (caches.Accounts.TryGet(policies.Account.Id, out var cached) && cached.IsSameAs(policies))
        {
            cached.Confirm(graph.Revision);
            return cached;
        }

        var account = AccountSnapshot.Of(policies, graph, caches.Compiled);
        caches.Accounts.Keep(policies.Account.Id, account);
        return account;
    }

    private TrustSnapshot? TrustAt(int place, Arn arn, DirectoryGraph graph)
    {
        if (graph.Roots[place] is not IamRole role || role.Arn != arn.ToString())
        {
            return null;
        }

        var document = new AppliedPolicy
        {
            Key = new PolicyKey(role.Key, "(trust)", role.Revision), Name = "trust policy", Origin = $"role {role.Name}", Document = role.TrustPolicy,
        };
        var trust = new TrustSnapshot(graph.Revision, role, caches.Compiled.Get(PolicyType.Trust, document));
        caches.Trusts.Keep(role.Arn, trust);
        return trust;
    }

    private PrincipalSnapshot? PrincipalOf(
        in AccessQuestion question, SnapshotRoots roots, DirectoryGraph graph, bool isKept, out PrincipalPolicies? stored)
    {
        stored = null;
        if (roots.Account < 0)
        {
            var unstored = PrincipalSnapshot.Unstored(question.Principal);
            caches.Keep(in question, unstored);
            return unstored;
        }

        if (graph.Roots[roots.Account] is not IamAccount owner)
        {
            return null;
        }

        EntitySnapshot? entity = null;
        AccountSnapshot account;
        if (roots.Entity >= 0)
        {
            if (graph.Roots[roots.Entity] is not IamEntity found || found.Account != owner.AccountId)
            {
                return null;
            }

            stored = PrincipalPolicyReader.Assemble(graph, predefined, owner, found);
            account = AccountOf(stored.Account, graph);
            entity = EntityOf(stored, graph);
        }
        else
        {
            account = AccountOf(PrincipalPolicyReader.Assemble(graph, predefined, owner), graph);
        }

        if (SessionBinding.TryName(question.Principal, question.Session, entity, out var principal))
        {
            var snapshot = SessionBinding.Bind(principal, question.Session, entity, account, SessionPolicySet(question.Session, owner, graph), graph.Revision);
            if (isKept)
            {
                caches.Keep(in question, snapshot);
            }

            return snapshot;
        }

        return null;
    }

    private EntitySnapshot EntityOf(PrincipalPolicies policies, DirectoryGraph graph)
    {
        var groups = ImmutableArray.CreateBuilder<GroupSnapshot>(policies.Groups.Count);
        foreach (var group in policies.Groups)
        {
            groups.Add(GroupOf(group, policies.Identity.FirstOrDefault(p => p.Owner == group.Key), graph));
        }

        var entity = EntitySnapshot.Of(policies, groups.MoveToImmutable(), caches.Compiled);
        if (SnapshotCaches.KeepsEntity(entity.Key))
        {
            caches.Entities.Keep(entity.Key, entity);
        }

        return entity;
    }

    private GroupSnapshot GroupOf(IamGroup group, IdentityPolicies? policies, DirectoryGraph graph)
    {
        if (caches.Groups.TryGet(group.Key, out var cached) && cached.IsSameAs(group, policies))
        {
            cached.Confirm(graph.Revision);
            return cached;
        }

        var snapshot = GroupSnapshot.Of(graph.Revision, group, policies, caches.Compiled);
        caches.Groups.Keep(group.Key, snapshot);
        return snapshot;
    }

    /// <summary>Compiles the session policies at the loaded revision (ST-004, ST-022); null if none were passed.</summary>
    private PolicySet? SessionPolicySet(PrincipalSession? session, IamAccount account, DirectoryGraph graph)
    {
        if (session is null || (session.Policies is null && !session.IsRootTask))
        {
            return null;
        }

        var managed = new List<AppliedPolicy>();
        foreach (var key in session.Policies?.Managed ?? ValueList<ObjectKey>.Empty)
        {
            managed.Add(PrincipalPolicyReader.FindSessionPolicy(graph, predefined, account, key) ?? SessionBinding.Deleted(key));
        }

        return SessionBinding.Compile(session, managed);
    }
}
