using System.Text;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Model;
using IamCore.Principals;
using IamCore.Sessions;
using IamCore.Stores;

namespace IamCore.IdentityCenter.Portal;

/// <summary>What a portal session gives access to: accounts, roles and sessions of these roles (ST-149 to ST-152).</summary>
internal sealed class PortalAccess(IamDirectory directory, PortalReader reader)
{
    private const int MaxSessionName = 64;

    private readonly CallerResolver _callers = new(directory.Store, directory.Options);
    private readonly SessionIssuer _issuer = new(directory);

    public async ValueTask<ValueList<PortalAccount>> AccountsAsync(PortalSession session, CancellationToken cancellationToken)
    {
        var (instance, user) = await reader.CheckAsync(session, cancellationToken).ConfigureAwait(false);
        var found = new List<PortalAccount>();
        foreach (var id in (await reader.AssignmentsAsync(user, cancellationToken).ConfigureAwait(false)).Select(a => a.TargetAccount).Distinct())
        {
            if (await reader.ServedAsync(instance, id, cancellationToken).ConfigureAwait(false) is { } account)
            {
                found.Add(new(id, account.Name, account.Email));
            }
        }

        return [.. found.OrderBy(account => account.AccountId.ToString(), StringComparer.Ordinal)];
    }

    public async ValueTask<ValueList<PortalRole>> RolesAsync(PortalSession session, AccountId account, CancellationToken cancellationToken)
    {
        var (instance, user) = await reader.CheckAsync(session, cancellationToken).ConfigureAwait(false);
        var found = new List<PortalRole>();
        if (await reader.ServedAsync(instance, account, cancellationToken).ConfigureAwait(false) is null)
        {
            return ValueList<PortalRole>.Empty;
        }

        var assignments = await reader.AssignmentsAsync(user, cancellationToken).ConfigureAwait(false);
        foreach (var id in assignments.Where(a => a.TargetAccount == account).Select(a => a.PermissionSetId).Distinct())
        {
            if (await reader.FindAsync<PermissionSet>(new(ObjectKind.PermissionSet, id), cancellationToken).ConfigureAwait(false) is { } set)
            {
                found.Add(new(account, set.Name, set.Description));
            }
        }

        return [.. found.OrderBy(role => role.Name, StringComparer.Ordinal)];
    }

    /// <summary>Returns a session of the permission set's role in the account, if the user is assigned at this moment (ST-150).</summary>
    public async ValueTask<(Session Session, PermissionSet Set)> OpenAsync(
        PortalSession session, AccountId account, string permissionSetName, CancellationToken cancellationToken)
    {
        var (instance, user) = await reader.CheckAsync(session, cancellationToken).ConfigureAwait(false);
        var set = await directory.Store.FindAsync(
            ObjectLocator.ByUniqueKey(PermissionSet.NameKey(instance.Id, permissionSetName)), cancellationToken).ConfigureAwait(false) as PermissionSet;
        var role = set is not null && await IsAssignedAsync(instance, user, set, account, cancellationToken).ConfigureAwait(false)
            ? await RoleAsync(set, account, cancellationToken).ConfigureAwait(false) : null;
        return role is { } found
            ? (Issue(instance, user, set!, found.Role, found.Provider, session.State.Tags), set!)
            : throw IdentityCenterErrors.Denied("No access.", "ST-150");
    }

    public SessionCredentials CredentialsOf(Session session) => _issuer.CredentialsOf(session);

    private async ValueTask<bool> IsAssignedAsync(
        IdentityCenterInstance instance, DirectoryUser user, PermissionSet set, AccountId account, CancellationToken cancellationToken)
    {
        foreach (var principal in CenterAccess.PrincipalsOf(user))
        {
            if (await reader.FindAsync<AccountAssignment>(AccountAssignment.KeyOf(principal, set.Id, account), cancellationToken).ConfigureAwait(false) is not null)
            {
                return await reader.ServedAsync(instance, account, cancellationToken).ConfigureAwait(false) is not null;
            }
        }

        return false;
    }

    private async ValueTask<(PrincipalPoliciesOfRole Role, SamlProvider Provider)?> RoleAsync(PermissionSet set, AccountId account, CancellationToken cancellationToken)
    {
        var provisioned = await reader.FindAsync<ProvisionedPermissionSet>(ProvisionedPermissionSet.KeyOf(set.Id, account), cancellationToken).ConfigureAwait(false);
        if (provisioned is null
            || await reader.FindAsync<IamRole>(new(ObjectKind.Role, provisioned.RoleId), cancellationToken).ConfigureAwait(false) is not { Owner: RoleOwner.IdentityCenter } role
            || await reader.FindAsync<SamlProvider>(new(ObjectKind.SamlProvider, provisioned.ProviderId), cancellationToken).ConfigureAwait(false) is not { } provider
            || await _callers.FindRoleAsync(role.Arn, cancellationToken).ConfigureAwait(false) is not { } policies)
        {
            return null;
        }

        return (new(policies, role), provider);
    }

    private Session Issue(IdentityCenterInstance instance, DirectoryUser user, PermissionSet set, PrincipalPoliciesOfRole role, SamlProvider provider, Tag[] passed)
    {
        var name = SessionNameOf(user.UserName);
        var tags = AttributeSources.TagsOf(instance, user, passed);
        FrozenKey[] frozen =
        [
            new("saml:namequalifier", [PortalSubject.NameQualifier(PortalSubject.IssuerOf(instance), role.Role.Account, provider.Name)]),
            new("saml:sub", [user.Id]),
            new("saml:sub_type", ["persistent"]),
            new("aws:FederatedProvider", [provider.Arn]),
            new("identitystore:UserId", [user.Id]),
        ];
        CheckTrust(instance, role, provider, name, frozen, [.. tags.Select(tag => new Tag(tag.Key, tag.Value))]);
        return _issuer.Issue(TimeSpan.FromSeconds(set.SessionSeconds), new()
        {
            Kind = SessionKind.IdentityCenterRole,
            Account = role.Role.Account.ToString(),
            EntityId = role.Role.Id,
            Name = name,
            Tags = [.. tags.Select(tag => new SessionTag(tag.Key, tag.Value))],
            Keys = frozen,
            AccessKeyId = "",
            Secret = "",
            IssuedAt = 0,
            ExpiresAt = 0,
        });
    }

    /// <summary>
    /// Evaluates the trust policy and resource control policies as for an assertion, so that a control policy can deny access (ST-070).
    /// </summary>
    private void CheckTrust(
        IdentityCenterInstance instance, PrincipalPoliciesOfRole role, SamlProvider provider, string name, FrozenKey[] frozen, ValueList<Tag> tags)
    {
        var keys = new RequestContext
        {
            ["saml:aud"] = Provisioning.Audience,
            ["saml:iss"] = PortalSubject.IssuerOf(instance),
            ["saml:doc"] = $"{role.Role.Account}/{provider.Name}",
            ["sts:RoleSessionName"] = name,
        };
        foreach (var key in frozen)
        {
            keys[key.Name] = key.Value;
        }

        RequestTags.Add(keys, tags);
        var trust = FederatedTrust.ForProviders(PolicySets.Read(role.Role.Key, PolicyType.Trust, role.Role.TrustPolicy));
        var policies = new ApplicablePolicies { Resource = trust, ResourceControl = PolicySets.ResourceControlOf(role.Policies.Account) };
        foreach (var action in tags.Count == 0 ? (string[])["sts:AssumeRoleWithSAML"] : ["sts:AssumeRoleWithSAML", "sts:TagSession"])
        {
            var request = new AccessRequest(
                Principal.IdentityProvider(provider.Arn), ActionName.Parse(action), ResourceName.Parse(role.Role.Arn), keys, role.Role.Account,
                directory.Options.TimeProvider.GetUtcNow());
            if (!PolicyEvaluator.Evaluate(in request, in policies).IsAllowed)
            {
                throw IdentityCenterErrors.Denied("No access.", "ST-070");
            }
        }
    }

    /// <summary>Returns the user name in the form of a session name: 2 to 64 characters of <c>[\w+=,.@-]</c>.</summary>
    private static string SessionNameOf(string userName)
    {
        var name = new StringBuilder(userName.Length);
        foreach (var rune in userName.EnumerateRunes())
        {
            name.Append(rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "_+=,.@-".Contains((char)rune.Value, StringComparison.Ordinal)) ? (char)rune.Value : '-');
        }

        return name.ToString()[..Math.Min(name.Length, MaxSessionName)].PadRight(2, '-');
    }

    private readonly record struct PrincipalPoliciesOfRole(PrincipalPolicies Policies, IamRole Role);
}
