using System.Diagnostics.CodeAnalysis;
using IamCore.Policies.Requests;

namespace IamCore.Policies;

/// <summary>Who asks (EV-001). Immutable: make one a caller and use it for all of the caller's requests.</summary>
public sealed class Principal : IEquatable<Principal>
{
    private int _hash;

    private Principal(PrincipalKind kind, string text, AccountId account = default, string? name = null)
    {
        Kind = kind;
        Text = text;
        Account = account;
        Name = name;
    }

    /// <summary>The caller without credentials.</summary>
    public static Principal Anonymous { get; } = new(PrincipalKind.Anonymous, "*");

    /// <summary>What kind of principal this is.</summary>
    public PrincipalKind Kind { get; }

    /// <summary>The ARN; the name of a service, provider or canonical user; <c>*</c> for anonymous.</summary>
    public string Text { get; }

    /// <summary>The principal's account; the default for kinds that have none (EV-001).</summary>
    public AccountId Account { get; }

    /// <summary>The last name of the ARN: of the user, of the role, of the federated session; for a role session the role's name.
    /// <see langword="null"/> for root and for kinds without an ARN.</summary>
    public string? Name { get; }

    /// <summary>The ARN of the session's role, where it is known; the role itself for <see cref="PrincipalKind.Role"/> (EV-005).</summary>
    public string? RoleArn { get; private init; }

    /// <summary>The ARN of the IAM user that asked for a federated session, where it is known (PL-054).</summary>
    public string? UserArn { get; private init; }

    /// <summary>The value of <c>aws:PrincipalArn</c> (EV-011); <see langword="null"/> where there is none.</summary>
    public string? PrincipalArn { get; private init; }

    /// <summary>Partition of the ARN; empty for kinds without an ARN.</summary>
    internal string Partition { get; private init; } = "";

    /// <summary>The account's digits; <see langword="null"/> where there is none, so that none equals no written account.</summary>
    internal string? AccountText => Account.IsNone ? null : Account.ToString();

    /// <summary>Keys of statements that may name this principal; made when first asked for.</summary>
    internal string[] MatchKeys => field ??= PrincipalKeys.Of(this);

    /// <summary>The value of <c>aws:userid</c> that follows from the ARN alone (EV-011).</summary>
    internal string? DerivedUserId { get; private init; }

    /// <summary>Whether identity policies can grant anything to this kind (EV-051).</summary>
    internal bool CanHaveIdentityPolicies => Kind is PrincipalKind.User or PrincipalKind.Role or PrincipalKind.RoleSession or PrincipalKind.FederatedUser;

    /// <summary>Whether this is a role, or a session of one, that a service owns; known only from the role's ARN (EV-004).</summary>
    internal bool IsServiceLinkedRole { get; private init; }

    /// <summary>A service, for example <c>billing.acme.example</c> (PL-044).</summary>
    /// <exception cref="FormatException">The name is not dot-separated labels.</exception>
    public static Principal Service(string name) =>
        PrincipalForms.IsServiceName(name) ? new(PrincipalKind.Service, name) : throw Refused(name, "a service principal");

    /// <summary>An identity provider: a provider's ARN or name.</summary>
    /// <exception cref="FormatException">The name is empty or has control characters.</exception>
    public static Principal IdentityProvider(string provider) =>
        PrincipalForms.IsPlainText(provider) ? new(PrincipalKind.IdentityProvider, provider) : throw Refused(provider, "an identity provider");

    /// <summary>A canonical user id.</summary>
    /// <exception cref="FormatException">The id is empty or has control characters.</exception>
    public static Principal CanonicalUser(string id) =>
        PrincipalForms.IsPlainText(id) ? new(PrincipalKind.CanonicalUser, id) : throw Refused(id, "a canonical user");

    /// <summary>A principal with an ARN, or <c>*</c> for anonymous.</summary>
    /// <exception cref="FormatException">The text is none of the forms of EV-001.</exception>
    public static Principal Parse(string text) => TryParse(text, out var principal) ? principal : throw Refused(text, "a principal");

    /// <summary>A session of the role with the given ARN (EV-005).</summary>
    /// <exception cref="FormatException">One of the ARNs is of another form, or they do not belong together.</exception>
    public static Principal RoleSession(string sessionArn, string roleArn) =>
        TryParse(sessionArn, out var session) && session.Kind == PrincipalKind.RoleSession && session.TryWithRole(roleArn, out var whole)
            ? whole : throw Refused(sessionArn, $"a session of {roleArn}");

    /// <summary>A federated session that the user with the given ARN asked for (PL-054).</summary>
    /// <exception cref="FormatException">One of the ARNs is of another form, or they do not belong together.</exception>
    public static Principal FederatedUser(string sessionArn, string userArn) =>
        TryParse(sessionArn, out var session) && session.Kind == PrincipalKind.FederatedUser && session.TryWithUser(userArn, out var whole)
            ? whole : throw Refused(sessionArn, $"a federated session of {userArn}");

    /// <summary>Reads the ARN of a root user, user, role, role session or federated user, or <c>*</c> (EV-001, EV-008).</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Principal? principal)
    {
        principal = text == "*" ? Anonymous : null;
        if (principal is not null)
        {
            return true;
        }

        if (!PrincipalForms.TrySplit(text, out var kind, out var partition, out var account, out var name, out var path))
        {
            return false;
        }

        var role = kind switch
        {
            PrincipalKind.Role => text,
            PrincipalKind.RoleSession => $"arn:{partition}:iam::{account}:role/{name}",
            _ => null,
        };
        principal = new Principal(kind, text!, account, name)
        {
            Partition = partition,
            RoleArn = kind == PrincipalKind.Role ? text : null,
            PrincipalArn = role ?? text,
            IsServiceLinkedRole = kind == PrincipalKind.Role && PrincipalForms.IsServiceLinkedPath(path),
            DerivedUserId = kind switch
            {
                PrincipalKind.RootUser => account.ToString(),
                PrincipalKind.FederatedUser => $"{account}:{name}",
                _ => null,
            },
        };
        return true;
    }

    /// <summary>This role session with its role known. False where the ARNs do not belong together or this is no role session (EV-005).</summary>
    public bool TryWithRole(string? roleArn, [NotNullWhen(true)] out Principal? principal)
    {
        principal = null;
        if (Kind != PrincipalKind.RoleSession
            || !PrincipalForms.TrySplit(roleArn, out var kind, out var partition, out var account, out var name, out var path)
            || kind != PrincipalKind.Role || partition != Partition || account != Account || name != Name)
        {
            return false;
        }

        principal = new Principal(Kind, Text, Account, Name)
        {
            Partition = Partition,
            RoleArn = roleArn,
            PrincipalArn = roleArn,
            IsServiceLinkedRole = PrincipalForms.IsServiceLinkedPath(path),
        };
        return true;
    }

    /// <summary>This federated session with its user known. False where the ARNs do not belong together or this is no federated session (EV-005).</summary>
    public bool TryWithUser(string? userArn, [NotNullWhen(true)] out Principal? principal)
    {
        principal = null;
        if (Kind != PrincipalKind.FederatedUser
            || !PrincipalForms.TrySplit(userArn, out var kind, out var partition, out var account, out _, out _)
            || kind != PrincipalKind.User || partition != Partition || account != Account)
        {
            return false;
        }

        principal = new Principal(Kind, Text, Account, Name)
        {
            Partition = Partition,
            UserArn = userArn,
            PrincipalArn = PrincipalArn,
            DerivedUserId = DerivedUserId,
        };
        return true;
    }

    /// <summary>Reads a service principal name (EV-008).</summary>
    public static bool TryService(string? name, [NotNullWhen(true)] out Principal? principal) =>
        (principal = PrincipalForms.IsServiceName(name) ? new(PrincipalKind.Service, name!) : null) is not null;

    /// <summary>Reads an identity provider's name or ARN (EV-008).</summary>
    public static bool TryIdentityProvider(string? provider, [NotNullWhen(true)] out Principal? principal) =>
        (principal = PrincipalForms.IsPlainText(provider) ? new(PrincipalKind.IdentityProvider, provider!) : null) is not null;

    /// <summary>Reads a canonical user id (EV-008).</summary>
    public static bool TryCanonicalUser(string? id, [NotNullWhen(true)] out Principal? principal) =>
        (principal = PrincipalForms.IsPlainText(id) ? new(PrincipalKind.CanonicalUser, id!) : null) is not null;

    /// <summary>Same kind, same text, same role and user.</summary>
    public bool Equals(Principal? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Kind == other.Kind && Text == other.Text && RoleArn == other.RoleArn && UserArn == other.UserArn);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Principal);

    /// <inheritdoc />
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = HashCode.Combine(Kind, Text);

    /// <summary>The ARN or name.</summary>
    public override string ToString() => Text;

    private static FormatException Refused(string text, string expected) => new($"\"{text}\" is not {expected}");
}
