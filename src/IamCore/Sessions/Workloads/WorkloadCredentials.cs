using IamCore.Administration;
using IamCore.Administration.InstanceProfiles;
using IamCore.Callers;
using IamCore.Errors;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Sessions.Workloads;

/// <summary>
/// Issues credentials to workloads through their instance profiles (ST-109 to ST-112). It is for the host's own code: whoever may name a
/// workload
/// gets its role, so the host decides which code is which workload. It is safe for concurrent use.
/// </summary>
public sealed class WorkloadCredentials
{
    private readonly IamDirectory _directory;
    private readonly ServiceRoleOperation _roles;

    /// <summary>Creates credentials for the workloads of a directory.</summary>
    public WorkloadCredentials(IamDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        _directory = directory;
        _roles = new(directory, new(directory.Store, directory.Options), new(directory));
    }

    /// <summary>Returns new credentials for a workload. Credentials issued earlier stay valid until they expire (ST-111).</summary>
    /// <param name="account">The account of the workload's association.</param>
    /// <param name="workloadId">The id of the workload.</param>
    /// <param name="location">Where it runs, as reported by the host.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException">
    /// <c>NoSuchEntity</c>: the workload has no instance profile. <c>AccessDenied</c>: the profile contains no role, or the role does not
    /// trust the
    /// workload service (ID-138).
    /// </exception>
    public async ValueTask<IssuedSession> GetAsync(
        AccountId account, string workloadId, WorkloadLocation? location = null, CancellationToken cancellationToken = default)
    {
        var check = new ParameterCheck(_directory.Options.Quotas);
        WorkloadRules.CheckId(check, workloadId);
        check.Throw();
        var profile = await FindProfileAsync(account, workloadId, cancellationToken).ConfigureAwait(false);
        var role = profile.RoleId is null ? null : await _directory.Principals.FindEntityAsync(
            account, ObjectLocator.ByKey(new ObjectKey(ObjectKind.Role, profile.RoleId)), cancellationToken).ConfigureAwait(false);
        return await new SessionAudit(_directory).ReportAsync<IssuedSession>(
            _directory.Credentials.Options.WorkloadService,
            "sts:AssumeRole",
            role?.Entity.Arn ?? profile.Arn,
            $"GetWorkloadCredentials {workloadId}",
            () => role is { Account.Account.Status: AccountStatus.Active }
                ? new(_roles.ForWorkload(role, workloadId, location ?? new())) : throw Denials.Refused($"The instance profile {profile.Name} contains no role.", "ID-138")).ConfigureAwait(false);
    }

    /// <summary>Returns credentials for a workload that are replaced before they expire (ST-113).</summary>
    /// <param name="account">The account of the workload's association.</param>
    /// <param name="workloadId">The id of the workload.</param>
    /// <param name="location">Where it runs, as reported by the host.</param>
    public RefreshingCredentials Refreshing(AccountId account, string workloadId, WorkloadLocation? location = null) =>
        new(async cancellationToken => (await GetAsync(account, workloadId, location, cancellationToken).ConfigureAwait(false)).Credentials, _directory.Options.TimeProvider, _directory.Options.Random);

    private async ValueTask<InstanceProfile> FindProfileAsync(AccountId account, string workloadId, CancellationToken cancellationToken)
    {
        var association = await _directory.Store.FindAsync(ObjectLocator.ByUniqueKey(WorkloadAssociation.KeyOf(account, workloadId)), cancellationToken)
            .ConfigureAwait(false) as WorkloadAssociation;
        var profile = association is null ? null : await _directory.Store.FindAsync(
            ObjectLocator.ByKey(new ObjectKey(ObjectKind.InstanceProfile, association.ProfileId)), cancellationToken).ConfigureAwait(false) as InstanceProfile;
        return profile ?? throw IamErrors.Missing("association of the workload", workloadId, "ST-109");
    }
}
