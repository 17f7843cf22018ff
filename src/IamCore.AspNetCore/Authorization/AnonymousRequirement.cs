using Microsoft.AspNetCore.Authorization;

namespace IamCore.AspNetCore.Authorization;

/// <summary>Is always met. It stands in a policy of its own, which takes the place of the host's default policy, so that the IAM requirements decide about callers
/// who did not sign in.</summary>
internal sealed class AnonymousRequirement : IAuthorizationRequirement
{
    public static AuthorizationPolicy Policy { get; } = new([new AnonymousRequirement()], []);

    public override string ToString() => "callers who did not sign in are decided about as well";
}
