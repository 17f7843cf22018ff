using IamCore.Model;

namespace IamCore.Administration.Users;

/// <summary>Collects what prevents the deletion of a user, in the order of the rule (ID-088).</summary>
internal static class UserDependencies
{
    public static async ValueTask<Blockers> OfAsync(AdministrationWork work, IamUser user)
    {
        var blockers = new Blockers("ID-088");
        blockers.AddRange("delete login profile", await work.FindAsync<LoginProfile>(LoginProfile.KeyOf(user.Key)).ConfigureAwait(false) is null ? [] : [user.Name]);
        blockers.AddRange("delete access keys", await CredentialsAsync(work, user, ObjectKind.AccessKey).ConfigureAwait(false));
        blockers.AddRange("delete signing certificates", await CredentialsAsync(work, user, ObjectKind.SigningCertificate).ConfigureAwait(false));
        blockers.AddRange("delete SSH public keys", await CredentialsAsync(work, user, ObjectKind.SshPublicKey).ConfigureAwait(false));
        blockers.AddRange("delete service specific credentials", await CredentialsAsync(work, user, ObjectKind.ServiceSpecificCredential).ConfigureAwait(false));
        blockers.AddRange("delete MFA device", await CredentialsAsync(work, user, ObjectKind.MfaDevice).ConfigureAwait(false));
        blockers.AddRange("delete policies", ((IEnumerable<InlinePolicy>)user.InlinePolicies).Select(p => p.Name));
        blockers.AddRange("detach all policies", ((IEnumerable<ObjectKey>)user.AttachedPolicies).Select(p => p.Id));
        blockers.AddRange("remove users from group", user.Groups);
        return blockers;
    }

    private static async ValueTask<IEnumerable<string>> CredentialsAsync(AdministrationWork work, IamUser user, ObjectKind kind) =>
        (await work.ReferrersAsync<DirectoryObject>(kind, Relation.Credential, user.Key).ConfigureAwait(false)).Select(o => o.ListName);
}
