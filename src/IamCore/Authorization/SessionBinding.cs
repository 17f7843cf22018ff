using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using IamCore.Authorization.Snapshots;
using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Authorization;

/// <summary>Combines the attributes of a session with what is stored about its user or role.</summary>
internal static class SessionBinding
{
    private const string EmptyText = """{"Version":"2012-10-17","Statement":[]}""";
    private const string AllowAllText = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private static readonly NamedPolicy TaskAllowance = new(PolicyDocument.Parse(AllowAllText, PolicyType.Session), "root task");

    private static readonly ImmutableArray<PolicySet> RootIdentity =
        [PolicySet.Compile(PolicyType.Identity, new NamedPolicy(PolicyDocument.Parse(AllowAllText, PolicyType.Identity), "root user"))];

    /// <summary>
    /// Resolves the principal's current name (ID-167, ID-224). Returns false if the name in the question does not belong to the entity
    /// found: names are looked up
    /// ignoring case and path, but ARNs are compared exactly (ID-059, ID-119).
    /// </summary>
    public static bool TryName(Principal asked, PrincipalSession? session, EntitySnapshot? entity, [NotNullWhen(true)] out Principal? principal)
    {
        var isBound = session is { Entity.IsNone: false };
        principal = null;
        switch (asked.Kind)
        {
            case PrincipalKind.RootUser:
                principal = entity is null ? asked : null;
                break;
            case PrincipalKind.User when entity is { Key.Kind: ObjectKind.User }:
                principal = asked.Text == entity.Arn ? asked : isBound ? Principal.Parse(entity.Arn) : null;
                break;
            case PrincipalKind.Role when entity is { Key.Kind: ObjectKind.Role }:
                principal = asked.Text == entity.Arn ? asked : isBound ? Principal.Parse(entity.Arn) : null;
                break;
            case PrincipalKind.RoleSession when entity is { Key.Kind: ObjectKind.Role } && asked.Name == entity.Name:
                principal = asked.RoleArn == entity.Arn ? asked
                    : (asked.RoleArn is null || isBound) && asked.TryWithRole(entity.Arn, out var ofRole) ? ofRole : null;
                break;
            case PrincipalKind.FederatedUser when entity is { Key.Kind: ObjectKind.User }:
                principal = asked.UserArn == entity.Arn ? asked
                    : isBound && asked.TryWithUser(entity.Arn, out var ofUser) ? ofUser : null;
                break;
            case PrincipalKind.FederatedUser when isBound && session!.Entity == new ObjectKey(ObjectKind.Account, asked.Account.ToString()):
                principal = asked.UserArn is null ? asked : null;
                break;
        }

        return principal is not null;
    }

    public static PrincipalSnapshot Bind(
        Principal principal, PrincipalSession? session, EntitySnapshot? entity, AccountSnapshot account, PolicySet? policies, long revision) =>
        new(revision, StoredPoliciesOf(session))
        {
            Principal = principal,
            Entity = entity,
            Account = account,
            UserId = UserIdOf(principal, entity),
            Tags = session is { Tags.Count: > 0 } ? PrincipalTags.Of(entity?.TagList ?? ValueList<Tag>.Empty, session.Tags) : entity?.Tags ?? PrincipalTags.None,
            SessionKeys = session?.Keys,
            MultiFactor = session?.MultiFactorTime is { } time ? new MultiFactorAge(time) : null,
            Translation = principal.Kind == PrincipalKind.FederatedUser && entity is not null ? new UserIdTranslation(entity.Key.Id, entity.Arn) : null,
            Policies = new ApplicablePolicies
            {
                Identity = entity?.Identity ?? (principal.Kind == PrincipalKind.FederatedUser ? RootIdentity : []),
                PermissionsBoundary = entity?.PermissionsBoundary,
                Session = policies,
                ServiceControl = account.ServiceControl,
            },
        };

    /// <summary>
    /// Compiles all session policies as one set (EV-040). For a root task, a statement that allows everything is added, since its policy
    /// only denies (ST-101).
    /// </summary>
    /// <exception cref="DirectoryDamagedException">A managed policy cannot be read.</exception>
    /// <exception cref="PolicyFormatException">An inline policy cannot be read.</exception>
    public static PolicySet Compile(PrincipalSession session, List<AppliedPolicy> managed)
    {
        var documents = new List<NamedPolicy>();
        if (session is { IsRootTask: true, Policies: { } task } && task.Inline.Count + task.Managed.Count > 0)
        {
            documents.Add(TaskAllowance);
        }

        foreach (var text in session.Policies?.Inline ?? ValueList<PolicyText>.Empty)
        {
            documents.Add(new NamedPolicy(PolicyDocument.Parse(text.ToString(), PolicyType.Session), "session policy") { Origin = "session" });
        }

        foreach (var policy in managed)
        {
            if (!policy.Document.TryRead(PolicyType.Session, out var document, out var faults))
            {
                throw new DirectoryDamagedException(policy.Key.Owner, $"The session policy \"{policy.Name}\" ({policy.Key.Owner}) cannot be read: {faults[0]}", faults);
            }

            documents.Add(new NamedPolicy(document, policy.Name) { Origin = "session" });
        }

        if (documents.Count == 0)
        {
            documents.Add(new NamedPolicy(PolicyDocument.Parse(EmptyText, PolicyType.Session), "session policy"));
        }

        return PolicySet.Compile(PolicyType.Session, [.. documents]);
    }

    /// <summary>
    /// Returns an empty policy in place of a deleted session policy: it allows nothing, but still limits the session (ST-022, EV-034).
    /// </summary>
    public static AppliedPolicy Deleted(ObjectKey key) =>
        new() { Key = new PolicyKey(key, "", 0), Name = key.Id, Origin = "deleted session policy", Document = new PolicyText(EmptyText) };

    /// <summary>Returns <c>aws:userid</c> (ST-025).</summary>
    private static ContextValue UserIdOf(Principal principal, EntitySnapshot? entity) => principal.Kind switch
    {
        PrincipalKind.User or PrincipalKind.Role => ContextValue.From(entity!.Key.Id),
        PrincipalKind.RoleSession => ContextValue.From($"{entity!.Key.Id}:{principal.Text.AsSpan(principal.Text.LastIndexOf('/') + 1)}"),
        _ => ContextValue.From(principal.DerivedUserId!),
    };

    private static ObjectKey[] StoredPoliciesOf(PrincipalSession? session) =>
        session?.Policies is { Managed.Count: > 0 } policies
            ? [.. policies.Managed.Where(key => key.Kind != ObjectKind.PredefinedPolicy)]
            : [];
}
