using System.Collections.Immutable;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Authorization;

/// <summary>What the questions of one principal need from the directory, as locators of one load (ID-257).</summary>
internal sealed class SnapshotRoots
{
    private readonly List<ObjectLocator> _locators = [];

    private SnapshotRoots(ReadOnlySpan<AccessQuestion> questions)
    {
        var principal = questions[0].Principal;
        var session = questions[0].Session;
        Account = principal.Account.IsNone ? -1 : Add(ObjectLocator.ByKey(ObjectKind.Account, principal.Account.ToString()));
        Entity = LocatorOf(principal, session) is { } locator ? Add(locator) : -1;
        ResourceAccounts = new int[questions.Length];
        Trusts = new int[questions.Length];
        for (var i = 0; i < questions.Length; i++)
        {
            var request = SnapshotLoader.RequestOf(in questions[i]);
            var owner = request.ResourceAccount;
            ResourceAccounts[i] = owner.IsEmpty ? -1 : Add(ObjectLocator.ByKey(ObjectKind.Account, owner.ToString()));
            Trusts[i] = questions[i].ResourcePolicy is null && request.IsTrustRequest ? Add(RoleOf(request.Resource.Arn)) : -1;
        }

        foreach (var policy in session?.Policies?.Managed ?? ValueList<ObjectKey>.Empty)
        {
            if (policy.Kind != ObjectKind.PredefinedPolicy)
            {
                Add(ObjectLocator.ByKey(policy));
            }
        }
    }

    /// <summary>The distinct locators to load.</summary>
    public ImmutableArray<ObjectLocator> Locators => [.. _locators];

    /// <summary>Whether nothing is needed.</summary>
    public bool IsEmpty => _locators.Count == 0;

    /// <summary>Index of the principal's account; -1 if it has none.</summary>
    public int Account { get; }

    /// <summary>Index of the user or role; -1 if there is none.</summary>
    public int Entity { get; }

    /// <summary>For each question, the index of the resource's account; -1 if it has none.</summary>
    public int[] ResourceAccounts { get; }

    /// <summary>For each question, the index of the role whose trust policy is needed; -1 if none is.</summary>
    public int[] Trusts { get; }

    public static SnapshotRoots Of(ReadOnlySpan<AccessQuestion> questions) => new(questions);

    private int Add(ObjectLocator locator)
    {
        var index = _locators.IndexOf(locator);
        if (index < 0)
        {
            index = _locators.Count;
            _locators.Add(locator);
        }

        return index;
    }

    /// <summary>Returns the locator of the user or role behind a principal; null if there is none.</summary>
    private static ObjectLocator? LocatorOf(Principal principal, PrincipalSession? session)
    {
        if (session is { Entity.IsNone: false })
        {
            return session.Entity.Kind is ObjectKind.User or ObjectKind.Role ? ObjectLocator.ByKey(session.Entity) : null;
        }

        return principal.Kind switch
        {
            PrincipalKind.User => ObjectLocator.ByUniqueKey(DirectoryKeys.User(principal.Account, principal.Name!)),
            PrincipalKind.Role or PrincipalKind.RoleSession => ObjectLocator.ByUniqueKey(DirectoryKeys.Role(principal.Account, principal.Name!)),
            PrincipalKind.FederatedUser when Principal.TryParse(principal.UserArn, out var user) =>
                ObjectLocator.ByUniqueKey(DirectoryKeys.User(user.Account, user.Name!)),
            _ => null,
        };
    }

    private static ObjectLocator RoleOf(Arn role)
    {
        var path = role.Resource;
        return ObjectLocator.ByUniqueKey(DirectoryKeys.Role(AccountId.Parse(role.Account), path[(path.LastIndexOf('/') + 1)..].ToString()));
    }
}
