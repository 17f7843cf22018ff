using System.Security.Claims;
using IamCore.Callers;

namespace IamCore.AspNetCore;

/// <summary>An identity that is known to the directory already: made by the signature scheme, by tests, or by the host's own authentication.</summary>
public sealed class IamClaimsIdentity : ClaimsIdentity
{
    /// <summary>The claim type of the principal's ARN.</summary>
    public const string ArnClaimType = "iamcore:arn";

    /// <summary>The claim type of the account.</summary>
    public const string AccountClaimType = "iamcore:account";

    /// <summary>An identity of a session. Its name is the last part of the principal's ARN.</summary>
    /// <param name="session">Who it is.</param>
    /// <param name="authenticationType">How it was authenticated, for example the scheme.</param>
    /// <param name="caller">The caller whose credentials proved it, if any.</param>
    public IamClaimsIdentity(PrincipalSession session, string authenticationType, Caller? caller = null)
        : base(authenticationType)
    {
        ArgumentNullException.ThrowIfNull(session);
        Session = session;
        Caller = caller;
        var arn = session.Principal.Text;
        AddOwn(ArnClaimType, arn);
        AddOwn(DefaultNameClaimType, arn[(arn.LastIndexOfAny(['/', ':']) + 1)..]);
        if (!session.Principal.Account.IsNone)
        {
            AddOwn(AccountClaimType, session.Principal.Account.ToString());
        }
    }

    private IamClaimsIdentity(IamClaimsIdentity other)
        : base(other, StringComparison.OrdinalIgnoreCase)
    {
        Session = other.Session;
        Caller = other.Caller;
    }

    /// <summary>The session that questions are asked in.</summary>
    public PrincipalSession Session { get; }

    /// <summary>The caller, for administration and STS; <see langword="null"/> where no credentials of the directory proved the identity.</summary>
    public Caller? Caller { get; }

    /// <inheritdoc />
    public override ClaimsIdentity Clone() => new IamClaimsIdentity(this);

    /// <summary>The identity among those of a user; <see langword="null"/> where there is none, or where there are two of different principals.</summary>
    public static IamClaimsIdentity? Find(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user is SingleIdentityPrincipal single)
        {
            return single.Single;
        }

        IamClaimsIdentity? found = null;
        var identities = IdentitiesOf(user);
        for (var i = 0; i < identities.Count; i++)
        {
            if (identities[i] is IamClaimsIdentity next)
            {
                if (found is not null && !found.Session.Principal.Equals(next.Session.Principal))
                {
                    return null;
                }

                found ??= next;
            }
        }

        return found;
    }

    /// <summary>The identities of a user by index, which asks for no enumerator: the framework keeps them in a list.</summary>
    internal static IReadOnlyList<ClaimsIdentity> IdentitiesOf(ClaimsPrincipal user) => user.Identities as IReadOnlyList<ClaimsIdentity> ?? [.. user.Identities];

    /// <summary>A user of this identity alone.</summary>
    public ClaimsPrincipal ToPrincipal() => new SingleIdentityPrincipal(this);

    /// <summary>A claim that names its subject is taken as it is; any other is copied.</summary>
    private void AddOwn(string type, string value) => AddClaim(new Claim(type, value, ClaimValueTypes.String, DefaultIssuer, DefaultIssuer, this));

    /// <summary>Knows its one identity without a search. Whoever adds another gets what a search gives.</summary>
    private sealed class SingleIdentityPrincipal(IamClaimsIdentity identity) : ClaimsPrincipal(identity)
    {
        private bool _isSingle = true;

        public IamClaimsIdentity? Single => _isSingle ? identity : Search();

        public override void AddIdentity(ClaimsIdentity identity)
        {
            _isSingle = false;
            base.AddIdentity(identity);
        }

        public override void AddIdentities(IEnumerable<ClaimsIdentity> identities)
        {
            _isSingle = false;
            base.AddIdentities(identities);
        }

        private IamClaimsIdentity? Search() => Find(new ClaimsPrincipal(Identities));
    }
}
