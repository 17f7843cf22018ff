using IamCore;
using IamCore.Policies;

namespace Embedded;

/// <summary>How somebody signed in. The session is made once and serves all requests.</summary>
internal sealed class SignIn
{
    private SignIn(PrincipalSession session, string address)
    {
        Session = session;
        Address = address;
    }

    /// <summary>Who it is, and what the sign-in proved.</summary>
    public PrincipalSession Session { get; }

    /// <summary>The address the requests come from.</summary>
    public string Address { get; }

    /// <summary>A user with a password, perhaps with a second factor.</summary>
    /// <param name="user">The user.</param>
    /// <param name="address">The address the requests come from.</param>
    /// <param name="secondFactorAt">When the second factor was given; none without one.</param>
    public static SignIn Of(AppUser user, string address = "198.51.100.20", DateTimeOffset? secondFactorAt = null) =>
        new(new PrincipalSession(user.Principal) { Keys = [], MultiFactorTime = secondFactorAt }, address);

    /// <summary>Somebody who took on a role of the service's account.</summary>
    public static SignIn InRole(string role, string sessionName, string address = "198.51.100.20") =>
        new(new PrincipalSession(Principal.Parse($"arn:aws:sts::{DocumentService.Account}:assumed-role/{role}/{sessionName}")) { Keys = [] }, address);
}
