using IamCore.Administration;
using IamCore.Administration.Credentials;
using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.IdentityCenter.Devices;

/// <summary>
/// Starts the registration of a security key for a user, to be finished by <see cref="CompletePortalSecurityKey"/> (CR-058).
/// </summary>
/// <param name="UserId">The id of the user.</param>
public sealed record BeginPortalSecurityKey(string UserId) : PortalDeviceCommand<SecurityKeyRegistration>(UserId)
{
    internal override async ValueTask<SecurityKeyRegistration> ApplyAsync(AdministrationWork work, IdentityCenterInstance instance, DirectoryUser user)
    {
        PortalDeviceRules.CheckType(instance, PortalMfaTypes.SecurityKeys);
        var verifier = SecurityKeys.VerifierOf(work);
        var now = work.Options.TimeProvider.GetUtcNow();
        var handle = FidoChallenges.NewRegistration(work.Credentials, work.Options.Random, instance.Account, user.Key, now);
        var state = FidoChallenges.Open(work.Credentials, handle, instance.Account, user.Key, now)!;
        var devices = await PortalDeviceRules.AllAsync(work, user).ConfigureAwait(false);
        return new(handle, verifier.BeginRegistration(
            new(user.Id, user.UserName), FidoChallenges.Of(state), [.. devices.Select(device => device.Fido).OfType<FidoCredential>()]));
    }
}
