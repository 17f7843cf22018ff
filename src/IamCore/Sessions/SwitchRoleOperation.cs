using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Sessions;

/// <summary>Switches roles, as in a console (ST-052). The session that the user signed in with is always the one that is checked.</summary>
internal sealed class SwitchRoleOperation(IamDirectory directory, CallerResolver callers, SessionIssuer issuer)
{
    /// <summary>The maximum length of path and name together (ID-064).</summary>
    private const int MaxRoleName = 64;

    private const int ChainedMaximum = 3600;

    public async ValueTask<Session> SwitchAsync(Session current, string accountOrAlias, string roleName, CancellationToken cancellationToken)
    {
        var original = current.SwitchedFrom ?? current;
        CheckKind(original);
        if (roleName.Length is 0 or > MaxRoleName)
        {
            throw IamErrors.Validation("The path and name of the role must have 1 to 64 characters.", "ID-064");
        }

        var caller = await callers.ResolveAsync(original, cancellationToken).ConfigureAwait(false);
        var account = await AccountLookup.FindAsync(directory, accountOrAlias, cancellationToken).ConfigureAwait(false);
        var arn = $"arn:{caller.Partition}:iam::{account?.Id ?? accountOrAlias}:role/{roleName}";
        var role = (account is null ? null : await callers.FindRoleAsync(arn, cancellationToken).ConfigureAwait(false))
            ?? throw Denials.Decided(caller.Arn, "sts:AssumeRole", arn, default, "ST-052", showsReason: false);
        var name = caller.Entity is IamUser user ? user.Name : original.Name!;
        var now = directory.Options.TimeProvider.GetUtcNow();
        var keys = new RequestContext { ["sts:RoleSessionName"] = name };
        foreach (var tag in role.Entity.Tags)
        {
            keys[$"iam:ResourceTag/{tag.Key}"] = tag.Value;
            keys[$"aws:ResourceTag/{tag.Key}"] = tag.Value;
        }

        var isChained = original.State.Kind.IsRole();
        var assumption = new RoleAssumption(caller, role, keys, now);
        assumption.Check();
        var inherited = original.State.Tags.Where(tag => tag.IsTransitive).ToArray();
        if (inherited.Length > 0)
        {
            assumption.CheckTags();
        }

        if (original.SourceIdentity is not null)
        {
            assumption.CheckSourceIdentity(isChained);
        }

        if (EmergencyUse.IsEmergency(role.Entity) || (caller.Entity is { } own && EmergencyUse.IsEmergency(own)))
        {
            EmergencyUse.Record(directory, role.Entity.Account, "sts:AssumeRole", null);
        }

        var duration = Shorter(TimeSpan.FromSeconds(((IamRole)role.Entity).MaxSessionDuration), original.Expiration - now);
        return issuer.Issue(isChained ? Shorter(duration, TimeSpan.FromSeconds(ChainedMaximum)) : duration, new()
        {
            Kind = SessionKind.AssumedRole,
            Account = role.Entity.Account.ToString(),
            EntityId = role.Entity.Id,
            Name = name,
            SourceIdentity = original.SourceIdentity,
            Tags = inherited,
            Origin = original.Kind,
            ChainDepth = isChained ? original.State.ChainDepth + 1 : 0,
            // Names the sign-in session, so that revoking it revokes this one as well (ST-107).
            From = [.. original.State.From, original.AccessKeyId],
            IsConsole = true,
            AccessKeyId = "",
            Secret = "",
            IssuedAt = 0,
            ExpiresAt = 0,
        }).WithOriginal(original);
    }

    public static Session Exit(Session current) =>
        current.SwitchedFrom ?? throw Denials.Refused("The session was not switched to.", "ST-052");

    /// <summary>
    /// Accepts the sign-in session of a user, an Identity Center session and a federated role session, never root (ST-052).
    /// </summary>
    private static void CheckKind(Session original)
    {
        var maySwitch = !original.IsRoot && original.Forwarded is null && !original.IsExported && original.State.Kind switch
        {
            SessionKind.SignIn or SessionKind.IdentityCenterRole or SessionKind.SamlRole or SessionKind.WebIdentityRole => true,
            SessionKind.AssumedRole => original.State.IsConsole,
            _ => false,
        };
        if (!maySwitch)
        {
            throw Denials.Restricted("Roles can be switched only from a sign-in session of a user, an Identity Center session or a federated session.", "ST-052");
        }
    }

    private static TimeSpan Shorter(TimeSpan first, TimeSpan second) => first < second ? first : second;
}
