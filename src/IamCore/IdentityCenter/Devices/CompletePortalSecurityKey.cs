using IamCore.Administration;
using IamCore.Administration.Credentials;
using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.IdentityCenter.Devices;

/// <summary>Finishes the registration of a security key for a user (CR-058). The result is the device.</summary>
/// <param name="UserId">The id of the user.</param>
/// <param name="Handle">The handle returned by <see cref="BeginPortalSecurityKey"/>.</param>
/// <param name="Response">The browser's response, as JSON.</param>
/// <param name="DeviceName">The name the user gives the device.</param>
public sealed record CompletePortalSecurityKey(string UserId, string Handle, string Response, string DeviceName) : PortalDeviceCommand<PortalDeviceDescription>(UserId)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        PortalDeviceRules.CheckName(check, DeviceName);
        check.Require(!string.IsNullOrEmpty(Handle) && !string.IsNullOrEmpty(Response), nameof(Response), "is required", "CR-058");
    }

    internal override async ValueTask<PortalDeviceDescription> ApplyAsync(AdministrationWork work, IdentityCenterInstance instance, DirectoryUser user)
    {
        PortalDeviceRules.CheckType(instance, PortalMfaTypes.SecurityKeys);
        var verifier = SecurityKeys.VerifierOf(work);
        var state = FidoChallenges.Open(work.Credentials, Handle, instance.Account, user.Key, work.Options.TimeProvider.GetUtcNow()) ?? throw SecurityKeys.Refused();
        if (await work.FindAsync<SpentToken>(new ObjectKey(ObjectKind.SpentToken, state.Id)).ConfigureAwait(false) is not null)
        {
            throw SecurityKeys.Refused();
        }

        var credential = await verifier.CompleteRegistrationAsync(FidoChallenges.Of(state), Response, work.CancellationToken).ConfigureAwait(false) ?? throw SecurityKeys.Refused();
        await PortalDeviceRules.CheckQuotaAsync(work, user, MfaDeviceType.Fido).ConfigureAwait(false);
        var device = new PortalDevice
        {
            Id = DirectoryRules.NewId(work),
            Account = instance.Account,
            InstanceId = instance.Id,
            UserId = user.Id,
            Type = MfaDeviceType.Fido,
            DeviceName = DeviceName,
            CreateDate = work.Now,
            EnableDate = work.Now,
            Fido = credential,
        };
        await DirectoryRules.CheckFreeAsync(work, device, "security key").ConfigureAwait(false);
        work.Put(new SpentToken { Id = state.Id, Account = instance.Account, Expiration = state.Expiration });
        work.Put(device);
        return PortalDeviceDescription.Of(device);
    }

    /// <summary>Returns the name of the device and no credentials (CR-107).</summary>
    public override string ToString() => $"{nameof(CompletePortalSecurityKey)} {DeviceName}";
}
