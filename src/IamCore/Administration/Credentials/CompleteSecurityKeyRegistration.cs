using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Finishes the registration of a security key or passkey and enables it for the user (CR-058). Authorized as <c>iam:EnableMFADevice</c>.
/// </summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for root (CR-060).</param>
/// <param name="Handle">The handle returned by <see cref="BeginSecurityKeyRegistration"/>.</param>
/// <param name="Response">The browser's response, as JSON.</param>
/// <param name="DeviceName">The name the user gives the device.</param>
public sealed record CompleteSecurityKeyRegistration(string? UserName, string Handle, string Response, string DeviceName = "default") : IamCommand<MfaDeviceDescription>
{
    /// <inheritdoc />
    public override string Action => "iam:EnableMFADevice";

    internal override void Validate(ParameterCheck check)
    {
        CredentialOwner.Check(check, UserName);
        check.Name(DeviceName, nameof(DeviceName), 64, "CR-058");
        check.Require(!string.IsNullOrEmpty(Handle) && !string.IsNullOrEmpty(Response), nameof(Response), "is required", "CR-058");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        CredentialOwner.AuthorizeAsync(work, Action, UserName, [new("iam:RegisterSecurityKey", "Activate")]);

    internal override async ValueTask<MfaDeviceDescription> ApplyAsync(AdministrationWork work)
    {
        var verifier = SecurityKeys.VerifierOf(work);
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-058").ConfigureAwait(false);
        // One answer for every failure, so that nobody learns which part of a response was wrong.
        var state = FidoChallenges.Open(work.Credentials, Handle, work.AccountId, owner.Key, work.Options.TimeProvider.GetUtcNow()) ?? throw SecurityKeys.Refused();
        var spent = new ObjectKey(ObjectKind.SpentToken, state.Id);
        if (await work.FindAsync<SpentToken>(spent).ConfigureAwait(false) is not null)
        {
            throw SecurityKeys.Refused();
        }

        var credential = await verifier.CompleteRegistrationAsync(FidoChallenges.Of(state), Response, work.CancellationToken).ConfigureAwait(false) ?? throw SecurityKeys.Refused();
        await CheckCertificationAsync(work, credential).ConfigureAwait(false);
        var devices = await work.AllAsync<MfaDevice>(ObjectKind.MfaDevice).ConfigureAwait(false);
        if (devices.Exists(device => device.Fido?.CredentialId == credential.CredentialId))
        {
            throw new IamException(IamErrorCode.EntityAlreadyExists, "MFA Device is already in use.", "CR-042");
        }

        await work.CheckQuotaAsync(
            ObjectKind.MfaDevice, Relation.Credential, owner.Key, owner.IsRoot ? Quota.MfaDevicesPerRoot : Quota.MfaDevicesPerUser).ConfigureAwait(false);
        var id = MfaDeviceRules.NewId(work);
        var owned = owner.UserName is { } name ? $"user/{name}" : "root-account";
        var device = new MfaDevice
        {
            Id = id,
            Account = work.AccountId,
            Partition = work.Partition,
            Type = MfaDeviceType.Fido,
            Name = DeviceName,
            SerialNumber = work.ArnOf($"u2f/{owned}/{DeviceName}-{id[3..]}"),
            CreateDate = work.Now,
            Owner = owner.Key,
            EnableDate = work.Now,
            Fido = credential,
        };
        work.Put(new SpentToken { Id = state.Id, Account = work.AccountId, Expiration = state.Expiration });
        work.Put(device);
        return new(device.SerialNumber, device.Type, owner.UserName, device.EnableDate);
    }

    /// <summary>Returns the name of the device and no credentials (CR-107).</summary>
    public override string ToString() => $"{nameof(CompleteSecurityKeyRegistration)} {DeviceName}";

    /// <summary>Authorizes again with the device's certification, which a policy may require and which is known only now.</summary>
    private ValueTask CheckCertificationAsync(AdministrationWork work, FidoCredential credential) => work.IsAuthorized
        ? CredentialOwner.AuthorizeAsync(work, Action, UserName, credential.Certification is { } level
            ? [new("iam:RegisterSecurityKey", "Activate"), new("iam:FIDO-certification", level)] : [new("iam:RegisterSecurityKey", "Activate")])
        : default;
}
