using IamCore.Administration;
using IamCore.Administration.Organizations;
using IamCore.Model;
using IamCore.Sessions;
using IamCore.Stores;

namespace IamCore.Advisor;

/// <summary>Everything the checks need to know about the account, read once.</summary>
internal sealed class AdvisorFacts
{
    private readonly LastAccessed? _lastAccessed;

    private AdvisorFacts(AdministrationWork work, LastAccessed? lastAccessed)
    {
        Work = work;
        _lastAccessed = lastAccessed;
    }

    public static TimeSpan Recent { get; } = TimeSpan.FromDays(90);

    public AdministrationWork Work { get; }

    public IamAccount Account => Work.Account;

    public DateTimeOffset Now => Work.Now;

    public bool KnowsAccess => _lastAccessed is not null;

    public required List<IamUser> Users { get; init; }

    public required List<IamRole> Roles { get; init; }

    public required Dictionary<ObjectKey, LoginProfile> Profiles { get; init; }

    public required ILookup<ObjectKey, AccessKey> Keys { get; init; }

    public required HashSet<ObjectKey> DeviceOwners { get; init; }

    /// <summary>Whether people can sign in through an identity provider.</summary>
    public required bool HasProvider { get; init; }

    public static async ValueTask<AdvisorFacts> ReadAsync(AdministrationWork work, LastAccessed? lastAccessed)
    {
        var providers = await work.CountAsync(ObjectKind.SamlProvider).ConfigureAwait(false) + await work.CountAsync(ObjectKind.OidcProvider).ConfigureAwait(false);
        return new(work, lastAccessed)
        {
            Users = await work.AllAsync<IamUser>(ObjectKind.User).ConfigureAwait(false),
            Roles = await work.AllAsync<IamRole>(ObjectKind.Role).ConfigureAwait(false),
            Profiles = (await work.AllAsync<LoginProfile>(ObjectKind.LoginProfile).ConfigureAwait(false)).ToDictionary(profile => profile.Owner),
            Keys = (await work.AllAsync<AccessKey>(ObjectKind.AccessKey).ConfigureAwait(false)).ToLookup(key => key.Owner),
            DeviceOwners = [.. (await work.AllAsync<MfaDevice>(ObjectKind.MfaDevice).ConfigureAwait(false)).Where(d => d.Owner is not null).Select(d => d.Owner!.Value)],
            HasProvider = providers > 0 || await HasIdentityCenterAsync(work).ConfigureAwait(false),
        };
    }

    /// <summary>Whether an Identity Center instance serves the account: its own or that of its organization.</summary>
    private static async ValueTask<bool> HasIdentityCenterAsync(AdministrationWork work) =>
        await work.FindAsync<IdentityCenterInstance>(IdentityCenterInstance.KeyOf(work.AccountId)).ConfigureAwait(false) is not null
        || (await OrganizationTree.FindAsync(work).ConfigureAwait(false) is { } organization
            && await work.FindAsync<IdentityCenterInstance>(IdentityCenterInstance.KeyOf(organization.Id)).ConfigureAwait(false) is not null);

    public static bool IsEmergency(IamEntity entity) => EmergencyUse.IsEmergency(entity);

    public bool IsOld(DateTimeOffset time) => Now - time > Recent;

    /// <summary>Returns the last known sign-in, signed request or access; null if there is none.</summary>
    public DateTimeOffset? LastUseOf(ObjectKey entity)
    {
        DateTimeOffset?[] uses =
        [
            Profiles.GetValueOrDefault(entity)?.PasswordLastUsed,
            .. Keys[entity].Select(key => key.LastUsedDate),
            _lastAccessed?.Find(entity, Now) is { Count: > 0 } accesses ? accesses[0].Time : null,
        ];
        return uses.Max();
    }

    public static AdvisorFinding Find(AdvisorCheck check, AdvisorSeverity severity, string arn, string message, string rule = "ID-273") =>
        new(check, severity, arn, rule, message);
}
