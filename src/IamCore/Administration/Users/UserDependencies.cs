using IamCore.Model;

namespace IamCore.Administration.Users;

/// <summary>Collects what prevents the deletion of a user, in the order of the rule (ID-088).</summary>
internal static class UserDependencies
{
    public static async ValueTask<DeleteConflicts> OfAsync(AdministrationWork work, IamUser user)
    {
        var conflicts = new DeleteConflicts("ID-088");
        conflicts.AddRange("delete login profile", await work.FindAsync<LoginProfile>(LoginProfile.KeyOf(user.Key)).ConfigureAwait(false) is null ? [] : [user.Name]);
        conflicts.AddRange("delete access keys", await CredentialsAsync(work, user, ObjectKind.AccessKey).ConfigureAwait(false));
        conflicts.AddRange("delete signing certificates", await CredentialsAsync(work, user, ObjectKind.SigningCertificate).ConfigureAwait(false));
        conflicts.AddRange("delete SSH public keys", await CredentialsAsync(work, user, ObjectKind.SshPublicKey).ConfigureAwait(false));
        conflicts.AddRange("delete service specific credentials", await CredentialsAsync(work, user, ObjectKind.ServiceSpecificCredential).ConfigureAwait(false));
        conflicts.AddRange("delete MFA device", await CredentialsAsync(work, user, ObjectKind.MfaDevice).ConfigureAwait(false));
        conflicts.AddRange("delete policies", ((IEnumerable<InlinePolicy>)user.InlinePolicies).Select(p => p.Name));
        conflicts.AddRange("detach all policies", ((IEnumerable<ObjectKey>)user.AttachedPolicies).Select(p => p.Id));
        conflicts.AddRange("remove users from group", user.Groups);
        return conflicts;
    }

    private static async ValueTask<IEnumerable<string>> CredentialsAsync(AdministrationWork work, IamUser user, ObjectKind kind) =>
        (await work.ReferrersAsync<DirectoryObject>(kind, Relation.Credential, user.Key).ConfigureAwait(false)).Select(o => o.ListName);
}
