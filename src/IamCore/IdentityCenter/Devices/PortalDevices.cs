using System.Security.Cryptography;
using IamCore.Administration;
using IamCore.Credentials;
using IamCore.IdentityCenter;

namespace IamCore;

/// <summary>A new authenticator app with its seed, which no other call ever gives. The text form hides it.</summary>
/// <param name="DeviceId">The device; it counts once two codes have shown that the user has it.</param>
/// <param name="Base32StringSeed">The seed, 64 characters.</param>
/// <param name="ProvisioningUri">What a QR picture holds.</param>
public sealed record NewPortalDevice(string DeviceId, string Base32StringSeed, string ProvisioningUri)
{
    /// <summary>The device (CR-107).</summary>
    public override string ToString() => DeviceId;
}

/// <summary>What lists tell of a device.</summary>
/// <param name="DeviceId">The device.</param>
/// <param name="Type">App or security key.</param>
/// <param name="DeviceName">What the user calls it.</param>
/// <param name="EnableDate">Since when, UTC; <see langword="null"/> until it is enabled.</param>
public sealed record PortalDeviceDescription(string DeviceId, MfaDeviceType Type, string DeviceName, DateTimeOffset? EnableDate)
{
    internal static PortalDeviceDescription Of(PortalDevice device) => new(device.Id, device.Type, device.DeviceName, device.EnableDate);
}

/// <summary>An operation on the devices of a directory user (ST-156, ST-157).</summary>
/// <typeparam name="TResult">What the operation gives back.</typeparam>
public abstract record PortalDeviceCommand<TResult> : IdentityCenterChange<TResult>
{
    private protected PortalDeviceCommand(string userId) => UserId = userId;

    /// <summary>The user.</summary>
    public string UserId { get; init; }

    /// <inheritdoc />
    public override string Action => $"identitystore:{GetType().Name}";

    internal override void Validate(ParameterCheck check) => DirectoryRules.CheckId(check, UserId, nameof(UserId));

    internal abstract ValueTask<TResult> ApplyAsync(AdministrationWork work, IdentityCenterInstance instance, DirectoryUser user);

    internal sealed override async ValueTask<TResult> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        await CenterAccess.CheckNotOwnersAsync(work, instance, CenterAccess.PrincipalsOf(user)).ConfigureAwait(false);
        return await ApplyAsync(work, instance, user).ConfigureAwait(false);
    }
}

/// <summary>Makes an authenticator app for a user, to be enabled by two codes (ST-156). Gives its seed.</summary>
/// <param name="UserId">The user.</param>
/// <param name="DeviceName">What the user calls it.</param>
public sealed record CreatePortalDevice(string UserId, string DeviceName) : PortalDeviceCommand<NewPortalDevice>(UserId)
{
    private const int SeedLength = 40;

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        PortalDeviceRules.CheckName(check, DeviceName);
    }

    internal override async ValueTask<NewPortalDevice> ApplyAsync(AdministrationWork work, IdentityCenterInstance instance, DirectoryUser user)
    {
        PortalDeviceRules.CheckType(instance, PortalMfaTypes.AuthenticatorApps);
        foreach (var begun in (await PortalDeviceRules.AllAsync(work, user).ConfigureAwait(false)).Where(device => device.EnableDate is null))
        {
            work.Delete(begun); // never shown to be there
        }

        await PortalDeviceRules.CheckRoomAsync(work, user, MfaDeviceType.Virtual).ConfigureAwait(false);
        var id = DirectoryRules.NewId(work);
        var key = new ObjectKey(ObjectKind.PortalDevice, id);
        var seed = RandomNumberGenerator.GetBytes(SeedLength);
        work.Options.Random.Fill(seed);
        var base32 = Base32.Encode(seed);
        work.Put(new PortalDevice
        {
            Id = id,
            Account = instance.Account,
            InstanceId = instance.Id,
            UserId = user.Id,
            Type = MfaDeviceType.Virtual,
            DeviceName = DeviceName,
            CreateDate = work.Now,
            SealedSeed = work.Credentials.Vault.Seal(key, instance.Account, seed),
        });
        CryptographicOperations.ZeroMemory(seed);
        return new(id, base32, ProvisioningUri.Create(work.Credentials.Options.MfaIssuer, user.UserName, instance.Account, base32));
    }
}

/// <summary>Enables an authenticator app by two consecutive codes (CR-051).</summary>
/// <param name="UserId">The user.</param>
/// <param name="DeviceId">The device.</param>
/// <param name="Code1">A code.</param>
/// <param name="Code2">The one after it.</param>
public sealed record EnablePortalDevice(string UserId, string DeviceId, string Code1, string Code2) : PortalDeviceCommand<PortalDeviceDescription>(UserId)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        DirectoryRules.CheckId(check, DeviceId, nameof(DeviceId));
        check.Require(Code1 is not null && OneTimePassword.IsCode(Code1), nameof(Code1), "must be six digits", "CR-049");
        check.Require(Code2 is not null && OneTimePassword.IsCode(Code2), nameof(Code2), "must be six digits", "CR-049");
    }

    internal override async ValueTask<PortalDeviceDescription> ApplyAsync(AdministrationWork work, IdentityCenterInstance instance, DirectoryUser user)
    {
        PortalDeviceRules.CheckType(instance, PortalMfaTypes.AuthenticatorApps);
        var device = await PortalDeviceRules.GetAsync(work, user, DeviceId).ConfigureAwait(false);
        if (device is not { EnableDate: null, SealedSeed: { } sealedSeed })
        {
            throw CenterRefusals.InUse("The device is enabled already.", "ST-156");
        }

        await PortalDeviceRules.CheckRoomAsync(work, user, MfaDeviceType.Virtual).ConfigureAwait(false);
        var seed = work.Credentials.Vault.Open(device.Key, device.Account, sealedSeed);
        var isAccepted = TotpVerifier.TryAcceptPair(
            seed, 0, work.Options.TimeProvider.GetUtcNow(), Code1, Code2, TotpVerifier.EnablingDrift, out var state);
        CryptographicOperations.ZeroMemory(seed);
        if (!isAccepted)
        {
            throw CenterRefusals.Invalid("The codes are not two consecutive ones of the device.", "CR-051");
        }

        var enabled = device with { EnableDate = work.Now, Totp = state };
        work.Put(enabled);
        return PortalDeviceDescription.Of(enabled);
    }

    /// <summary>The device (CR-107).</summary>
    public override string ToString() => $"{nameof(EnablePortalDevice)} {DeviceId}";
}

/// <summary>Names a device.</summary>
/// <param name="UserId">The user.</param>
/// <param name="DeviceId">The device.</param>
/// <param name="DeviceName">What the user calls it from now on.</param>
public sealed record RenamePortalDevice(string UserId, string DeviceId, string DeviceName) : PortalDeviceCommand<PortalDeviceDescription>(UserId)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        DirectoryRules.CheckId(check, DeviceId, nameof(DeviceId));
        PortalDeviceRules.CheckName(check, DeviceName);
    }

    internal override async ValueTask<PortalDeviceDescription> ApplyAsync(AdministrationWork work, IdentityCenterInstance instance, DirectoryUser user)
    {
        var renamed = await PortalDeviceRules.GetAsync(work, user, DeviceId).ConfigureAwait(false) with { DeviceName = DeviceName };
        work.Put(renamed);
        return PortalDeviceDescription.Of(renamed);
    }
}

/// <summary>Removes a device (ST-157).</summary>
/// <param name="UserId">The user.</param>
/// <param name="DeviceId">The device.</param>
public sealed record DeletePortalDevice(string UserId, string DeviceId) : PortalDeviceCommand<Nothing>(UserId)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        DirectoryRules.CheckId(check, DeviceId, nameof(DeviceId));
    }

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work, IdentityCenterInstance instance, DirectoryUser user)
    {
        work.Delete(await PortalDeviceRules.GetAsync(work, user, DeviceId).ConfigureAwait(false));
        return default;
    }
}

/// <summary>Lists the devices of a user by name.</summary>
/// <param name="UserId">The user.</param>
public sealed record ListPortalDevices(string UserId) : IdentityCenterQuery<ValueList<PortalDeviceDescription>>
{
    /// <inheritdoc />
    public override string Action => "identitystore:ListPortalDevices";

    internal override void Validate(ParameterCheck check) => DirectoryRules.CheckId(check, UserId, nameof(UserId));

    internal override async ValueTask<ValueList<PortalDeviceDescription>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        return [.. (await PortalDeviceRules.AllAsync(work, user).ConfigureAwait(false)).Select(PortalDeviceDescription.Of)];
    }
}

/// <summary>Begins to register a security key for a user (CR-058).</summary>
/// <param name="UserId">The user.</param>
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

/// <summary>Gives a user the security key that answered (CR-058).</summary>
/// <param name="UserId">The user.</param>
/// <param name="Handle">The handle of the registration.</param>
/// <param name="Response">What the browser gave, as JSON.</param>
/// <param name="DeviceName">What the user calls it.</param>
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
        await PortalDeviceRules.CheckRoomAsync(work, user, MfaDeviceType.Fido).ConfigureAwait(false);
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

    /// <summary>The device's name (CR-107).</summary>
    public override string ToString() => $"{nameof(CompletePortalSecurityKey)} {DeviceName}";
}
