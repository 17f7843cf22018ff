using IamCore.Authorization;
using IamCore.Credentials;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Callers;

/// <summary>
/// A caller in the form in which the authorizer takes it: with what was fixed at issuance; what is stored is read at each decision
/// (ST-003, ST-004).
/// </summary>
/// <param name="Store">The store the caller was found in.</param>
/// <param name="Principal">The principal.</param>
internal sealed record CallerPrincipal(IDirectoryStore Store, PrincipalSession Principal)
{
    public static PrincipalSession Of(IdentifiedCaller identified, bool mayEnableFirstDevice)
    {
        var caller = identified.Caller;
        var session = caller as Session;
        var isTask = session?.State.TaskPolicy is not null;
        return new(identified.Principal)
        {
            Entity = caller.IsRoot && session?.State.Kind != SessionKind.FederatedUser ? default : caller.Entity,
            Tags = isTask ? ValueList<Tag>.Empty : [.. (session?.State.Tags ?? []).Select(tag => new Tag(tag.Key, tag.Value))],
            Policies = session is null ? null : PoliciesOf(session.State),
            Keys = KeysOf(session),
            MultiFactorTime = session?.MultiFactorAuthTime,
            IsSignIn = session is { IsExported: false, Forwarded: null, State.Kind: SessionKind.SignIn },
            MayEnableFirstRootDevice = mayEnableFirstDevice,
            IsRootTask = isTask,
        };
    }

    private static PassedSessionPolicies? PoliciesOf(SessionState state) =>
        state.TaskPolicy is { } task ? new() { Inline = [new PolicyText(RootTasks.DocumentOf(task).ToJson())] }
        : !state.HasSessionPolicies ? null
        : new()
        {
            Inline = state.Policy is { } inline ? [new PolicyText(inline)] : ValueList<PolicyText>.Empty,
            Managed = [.. state.ManagedPolicies.Select(text => ObjectKey.TryParse(text, out var key) ? key : throw Denials.InvalidToken())],
        };

    /// <summary>
    /// Returns the fixed keys. They exist, even if empty, for long-term credentials too, so that the host is never asked for them.
    /// </summary>
    private static RequestContext KeysOf(Session? session)
    {
        var keys = new RequestContext();
        if (session is not null)
        {
            SessionKeys.AddFrozen(keys, session);
        }

        return keys;
    }
}
