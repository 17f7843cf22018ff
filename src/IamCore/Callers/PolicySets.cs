using System.Collections.Immutable;
using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Callers;

/// <summary>
/// Compiles stored documents for decisions about sessions. A document that cannot be read is an error; it is never skipped.
/// </summary>
internal static class PolicySets
{
    private const string AllowAll = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private const string AllowNothing = """{"Version":"2012-10-17","Statement":[]}""";

    /// <summary>Allows everything; stands for the identity policies that root does not need (ST-088).</summary>
    public static PolicySet AllowAllIdentity { get; } = PolicySet.Compile(Read(PolicyType.Identity, AllowAll));

    /// <summary>Stands for a managed session policy that was deleted: it is present but allows nothing (ST-022).</summary>
    public static NamedPolicy Gone { get; } = new(Read(PolicyType.Session, AllowNothing), "deleted session policy");

    /// <summary>Allows everything; accompanies the deny-only policy of a root task (ST-101).</summary>
    public static NamedPolicy AllowAllSession { get; } = new(Read(PolicyType.Session, AllowAll), "root task");

    public static ImmutableArray<PolicySet> IdentityOf(PrincipalPolicies principal)
    {
        var sets = ImmutableArray.CreateBuilder<PolicySet>();
        foreach (var owner in principal.Identity)
        {
            sets.Add(PolicySet.Compile(
                PolicyType.Identity, [.. Named(owner.Inline, PolicyType.Identity), .. Named(owner.Managed, PolicyType.Identity)]));
        }

        return sets.ToImmutable();
    }

    public static PolicySet? BoundaryOf(PrincipalPolicies principal) =>
        principal.PermissionsBoundary is { } boundary
            ? PolicySet.Compile(PolicyType.PermissionsBoundary, Named(boundary, PolicyType.PermissionsBoundary)) : null;

    public static ImmutableArray<PolicySet> ServiceControlOf(AccountPolicies account) => LevelsOf(account.ServiceControl, PolicyType.ServiceControl);

    public static ImmutableArray<PolicySet> ResourceControlOf(AccountPolicies account) => LevelsOf(account.ResourceControl, PolicyType.ResourceControl);

    public static PolicySet Trust(IamRole role) =>
        PolicySet.Compile(PolicyType.Trust, new NamedPolicy(Read(role.Key, PolicyType.Trust, role.TrustPolicy), role.Name));

    public static PolicyDocument Read(ObjectKey subject, PolicyType type, PolicyText text) =>
        text.TryRead(type, out var document, out var faults)
            ? document : throw new DirectoryDamagedException(subject, $"{subject} holds a document that cannot be read", faults);

    public static PolicyDocument Read(PolicyType type, string text) => PolicyDocument.Parse(text, type);

    private static ImmutableArray<PolicySet> LevelsOf(ValueList<ControlLevel> levels, PolicyType type)
    {
        var sets = ImmutableArray.CreateBuilder<PolicySet>(levels.Count);
        foreach (var level in levels)
        {
            sets.Add(PolicySet.Compile(type, [.. Named(level.Policies, type)]));
        }

        return sets.ToImmutable();
    }

    private static IEnumerable<NamedPolicy> Named(ValueList<AppliedPolicy> policies, PolicyType type) =>
        ((IEnumerable<AppliedPolicy>)policies).Select(policy => Named(policy, type));

    private static NamedPolicy Named(AppliedPolicy policy, PolicyType type) =>
        new(Read(policy.Key.Owner, type, policy.Document), policy.Name) { Origin = policy.Origin };
}
