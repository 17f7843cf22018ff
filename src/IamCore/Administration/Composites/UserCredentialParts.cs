using IamCore.Administration.Credentials;
using IamCore.Administration.Users;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>
/// Removes a user's credentials, each through its own operation (ID-090). A new kind of credential needs a line here and one in
/// <see cref="UserDependencies"/>.
/// </summary>
internal static class UserCredentialParts
{
    public static async ValueTask StripAsync(AdministrationWork work, IamUser user)
    {
        if (await work.FindAsync<LoginProfile>(LoginProfile.KeyOf(user.Key)).ConfigureAwait(false) is not null)
        {
            await work.RunAsync(new DeleteLoginProfile(user.Name)).ConfigureAwait(false);
        }

        foreach (var key in await work.ReferrersAsync<AccessKey>(ObjectKind.AccessKey, Relation.Credential, user.Key).ConfigureAwait(false))
        {
            await work.RunAsync(new DeleteAccessKey(key.Id, user.Name)).ConfigureAwait(false);
        }

        foreach (var certificate in await work.ReferrersAsync<SigningCertificate>(ObjectKind.SigningCertificate, Relation.Credential, user.Key).ConfigureAwait(false))
        {
            await work.RunAsync(new DeleteSigningCertificate(certificate.Id, user.Name)).ConfigureAwait(false);
        }

        foreach (var key in await work.ReferrersAsync<SshPublicKey>(ObjectKind.SshPublicKey, Relation.Credential, user.Key).ConfigureAwait(false))
        {
            await work.RunAsync(new DeleteSSHPublicKey(user.Name, key.Id)).ConfigureAwait(false);
        }

        foreach (var credential in await work.ReferrersAsync<ServiceSpecificCredential>(
            ObjectKind.ServiceSpecificCredential, Relation.Credential, user.Key).ConfigureAwait(false))
        {
            await work.RunAsync(new DeleteServiceSpecificCredential(user.Name, credential.Id)).ConfigureAwait(false);
        }

        foreach (var device in await work.ReferrersAsync<MfaDevice>(ObjectKind.MfaDevice, Relation.Credential, user.Key).ConfigureAwait(false))
        {
            await work.RunAsync(new DeactivateMFADevice(user.Name, device.SerialNumber)).ConfigureAwait(false);
            if (device.Type == MfaDeviceType.Virtual)
            {
                await work.RunAsync(new DeleteVirtualMFADevice(device.SerialNumber)).ConfigureAwait(false);
            }
        }
    }
}
