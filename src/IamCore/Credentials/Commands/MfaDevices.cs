using System.Security.Cryptography;
using IamCore.Administration;
using IamCore.Credentials;
using IamCore.Errors;

namespace IamCore;

/// <summary>A new virtual device with its seed, which no other call ever gives (CR-004, CR-050). The text form hides it.</summary>
/// <param name="SerialNumber">The ARN.</param>
/// <param name="Base32StringSeed">The seed, 64 characters.</param>
/// <param name="ProvisioningUri">What a QR picture holds.</param>
public sealed record NewMfaDevice(string SerialNumber, string Base32StringSeed, string ProvisioningUri)
{
    /// <summary>The serial number (CR-107).</summary>
    public override string ToString() => SerialNumber;
}

/// <summary>What lists tell of a device (CR-055).</summary>
/// <param name="SerialNumber">The serial number.</param>
/// <param name="Type">The kind of device.</param>
/// <param name="UserName">Who has it; <see langword="null"/> for root and for nobody.</param>
/// <param name="EnableDate">Since when, UTC; <see langword="null"/> where nobody has it.</param>
public sealed record MfaDeviceDescription(string SerialNumber, MfaDeviceType Type, string? UserName, DateTimeOffset? EnableDate);

/// <summary>Makes a virtual device that nobody has yet (CR-050).</summary>
/// <param name="VirtualMFADeviceName">The name, once in the account together with the path; for root <c>root-account-mfa-device</c> where none is given.</param>
public sealed record CreateVirtualMFADevice(string? VirtualMFADeviceName = null) : IamCommand<NewMfaDevice>
{
    private const string RootDeviceName = "root-account-mfa-device";

    /// <summary>The path (ID-053).</summary>
    public string? Path { get; init; }

    /// <summary>The tags.</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    internal override void Validate(ParameterCheck check)
    {
        check.Name(VirtualMFADeviceName ?? RootDeviceName, nameof(VirtualMFADeviceName), 226, "ID-052");
        check.ObjectPath(Path, nameof(Path));
        check.Tags(Tags);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        var arn = ArnOf(work);
        await work.CheckAsync(new() { Action = Action, Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        if (Tags.Count > 0)
        {
            await work.CheckAsync(new() { Action = "iam:TagMFADevice", Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        }
    }

    internal override async ValueTask<NewMfaDevice> ApplyAsync(AdministrationWork work)
    {
        if (VirtualMFADeviceName is null && work.Caller is { Principal.Kind: not PrincipalKind.RootUser })
        {
            throw Refusals.Validation("VirtualMFADeviceName is required", "CR-060");
        }

        TagRules.Check(Tags, ObjectKind.MfaDevice);
        TagRules.CheckCount(Tags, work.Quotas);
        var serial = ArnOf(work);
        if (await work.FindAsync<MfaDevice>(MfaDevice.KeyOf(work.AccountId, serial)).ConfigureAwait(false) is not null)
        {
            throw new IamException(IamErrorCode.EntityAlreadyExists, "MFADevice entity at the same path and name already exists.", "CR-050");
        }

        await work.CheckRoomAsync(ObjectKind.MfaDevice, Quota.VirtualMfaDevicesPerAccount).ConfigureAwait(false);
        var device = new MfaDevice
        {
            Id = MfaDeviceRules.NewId(work),
            Account = work.AccountId,
            Partition = work.Partition,
            Type = MfaDeviceType.Virtual,
            Name = VirtualMFADeviceName ?? RootDeviceName,
            Path = Path ?? "/",
            SerialNumber = serial,
            CreateDate = work.Now,
            Tags = TagRules.Normalize(Tags),
        };
        return MfaDeviceRules.PutNewSeed(work, device);
    }

    private string ArnOf(AdministrationWork work) => work.ArnOf($"mfa{Path ?? "/"}{VirtualMFADeviceName ?? RootDeviceName}");
}

/// <summary>Gives a user a device, proven by two consecutive codes (CR-051).</summary>
/// <param name="UserName">The user; <see langword="null"/> for root (CR-060).</param>
/// <param name="SerialNumber">The device.</param>
/// <param name="AuthenticationCode1">A code.</param>
/// <param name="AuthenticationCode2">The one after it.</param>
public sealed record EnableMFADevice(string? UserName, string SerialNumber, string AuthenticationCode1, string AuthenticationCode2)
    : UserCredentialCommand<Nothing>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        MfaDeviceRules.Check(check, SerialNumber, AuthenticationCode1, AuthenticationCode2);
    }

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-051").ConfigureAwait(false);
        var device = await MfaDeviceRules.GetAsync(work, SerialNumber, "CR-051").ConfigureAwait(false);
        if (device.Owner is not null)
        {
            throw new IamException(IamErrorCode.EntityAlreadyExists, "MFA Device is already in use.", "CR-051");
        }

        await work.CheckRoomAsync(
            ObjectKind.MfaDevice, Relation.Credential, owner.Key, owner.IsRoot ? Quota.MfaDevicesPerRoot : Quota.MfaDevicesPerUser).ConfigureAwait(false);
        if (device.SealedSeed is null)
        {
            throw Refusals.Invalid("A device that was in use needs a new seed before it is enabled again.", "CR-053");
        }

        var state = MfaDeviceRules.Accept(work, device, AuthenticationCode1, AuthenticationCode2, TotpVerifier.EnablingDrift, "CR-051");
        work.Put(device with { Owner = owner.Key, EnableDate = work.Now, Totp = state });
        return default;
    }

    /// <summary>The device (CR-107).</summary>
    public override string ToString() => $"{nameof(EnableMFADevice)} {SerialNumber}";
}

/// <summary>Finds out how far a device's clock has gone off, by two consecutive codes of the last or next hour (CR-052).</summary>
/// <param name="UserName">The user; <see langword="null"/> for root (CR-060).</param>
/// <param name="SerialNumber">The device.</param>
/// <param name="AuthenticationCode1">A code.</param>
/// <param name="AuthenticationCode2">The one after it.</param>
public sealed record ResyncMFADevice(string? UserName, string SerialNumber, string AuthenticationCode1, string AuthenticationCode2)
    : UserCredentialCommand<Nothing>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        MfaDeviceRules.Check(check, SerialNumber, AuthenticationCode1, AuthenticationCode2);
    }

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var device = await MfaDeviceRules.GetOfAsync(work, UserName, SerialNumber, "CR-052").ConfigureAwait(false);
        if (device.Type == MfaDeviceType.Fido)
        {
            throw Refusals.Invalid("Security keys do not go out of step.", "CR-052");
        }

        var state = MfaDeviceRules.Accept(work, device, AuthenticationCode1, AuthenticationCode2, TotpVerifier.LargestDrift, "CR-052");
        work.Put(device with { Totp = state, WrongCodes = 0 });
        return default;
    }

    /// <summary>The device (CR-107).</summary>
    public override string ToString() => $"{nameof(ResyncMFADevice)} {SerialNumber}";
}

/// <summary>Takes a device from a user; a virtual one stays, without its seed, a security key is forgotten (CR-053).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
/// <param name="SerialNumber">The device.</param>
public sealed record DeactivateMFADevice(string? UserName, string SerialNumber) : UserCredentialCommand<Nothing>(UserName)
{
    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var device = await MfaDeviceRules.GetOfAsync(work, UserName, SerialNumber, "CR-053").ConfigureAwait(false);
        if (device.Type == MfaDeviceType.Fido)
        {
            work.Delete(device); // it is registered anew, not enabled again
            return default;
        }

        work.Put(device with { Owner = null, EnableDate = null, SealedSeed = null, Totp = default, WrongCodes = 0 });
        return default;
    }
}

/// <summary>Gives a device that nobody has a new seed, so that it can be enabled again (CR-053).</summary>
/// <param name="SerialNumber">The device.</param>
public sealed record RegenerateSeed(string SerialNumber) : IamCommand<NewMfaDevice>
{
    /// <inheritdoc />
    public override string Action => "iam:CreateVirtualMFADevice";

    internal override void Validate(ParameterCheck check) => Sessions.SessionInput.SerialNumber(check, SerialNumber);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = SerialNumber });

    internal override async ValueTask<NewMfaDevice> ApplyAsync(AdministrationWork work)
    {
        var device = await MfaDeviceRules.GetAsync(work, SerialNumber, "CR-053").ConfigureAwait(false);
        return device switch
        {
            { Owner: not null } => throw MfaDeviceRules.InUse("CR-053"),
            { Type: not MfaDeviceType.Virtual } => throw Refusals.Invalid("Only virtual devices get seeds.", "CR-053"),
            _ => MfaDeviceRules.PutNewSeed(work, device),
        };
    }
}

/// <summary>Deletes a virtual device that nobody has (CR-054).</summary>
/// <param name="SerialNumber">The device.</param>
public sealed record DeleteVirtualMFADevice(string SerialNumber) : IamCommand<Nothing>
{
    internal override void Validate(ParameterCheck check) => Sessions.SessionInput.SerialNumber(check, SerialNumber);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = SerialNumber });

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var device = await MfaDeviceRules.GetAsync(work, SerialNumber, "CR-054").ConfigureAwait(false);
        work.Delete(device.Owner is null ? device : throw MfaDeviceRules.InUse("CR-054"));
        return default;
    }
}

/// <summary>The devices of a user (CR-055).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
public sealed record ListMFADevices(string? UserName = null) : IamQuery<ValueList<MfaDeviceDescription>>
{
    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<ValueList<MfaDeviceDescription>> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-055").ConfigureAwait(false);
        var devices = await work.ReferrersAsync<MfaDevice>(ObjectKind.MfaDevice, Relation.Credential, owner.Key).ConfigureAwait(false);
        return [.. devices.OrderBy(device => device.SerialNumber, StringComparer.Ordinal)
            .Select(device => new MfaDeviceDescription(device.SerialNumber, device.Type, owner.UserName, device.EnableDate))];
    }
}

/// <summary>Takes a hardware token into the account, with the seed its maker gave (CR-045, CR-057). For the host's own code.</summary>
/// <param name="SerialNumber">The number on the token: 9 to 256 of <c>[\w+=/:,.@-]</c>.</param>
/// <param name="Seed">128 to 512 bits.</param>
public sealed record RegisterHardwareToken(string SerialNumber, ReadOnlyMemory<byte> Seed) : IamCommand<Nothing>
{
    internal override void Validate(ParameterCheck check)
    {
        Sessions.SessionInput.SerialNumber(check, SerialNumber);
        check.Require(Seed.Length is >= 16 and <= 64, nameof(Seed), "must have 128 to 512 bits", "CR-045");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        throw new IamException(IamErrorCode.AccessDenied, "Hardware tokens are registered by the host.", "CR-057");

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        if (await work.FindAsync<MfaDevice>(MfaDevice.KeyOf(work.AccountId, SerialNumber)).ConfigureAwait(false) is not null)
        {
            throw new IamException(IamErrorCode.EntityAlreadyExists, $"A device with serial number {SerialNumber} already exists.", "CR-057");
        }

        var id = MfaDeviceRules.NewId(work);
        work.Put(new MfaDevice
        {
            Id = id,
            Account = work.AccountId,
            Partition = work.Partition,
            Type = MfaDeviceType.HardwareTotp,
            Name = SerialNumber,
            SerialNumber = SerialNumber,
            CreateDate = work.Now,
            SealedSeed = work.Credentials.Vault.Seal(new(ObjectKind.MfaDevice, id), work.AccountId, Seed.Span),
        });
        return default;
    }

    /// <summary>The serial number (CR-107).</summary>
    public override string ToString() => $"{nameof(RegisterHardwareToken)} {SerialNumber}";
}

/// <summary>What operations on devices have in common.</summary>
internal static class MfaDeviceRules
{
    /// <summary>320 bits (CR-045).</summary>
    private const int SeedLength = 40;

    public static void Check(ParameterCheck check, string serialNumber, string first, string second)
    {
        Sessions.SessionInput.SerialNumber(check, serialNumber);
        check.Require(first is not null && OneTimePassword.IsCode(first), "AuthenticationCode1", "must be six digits", "CR-049");
        check.Require(second is not null && OneTimePassword.IsCode(second), "AuthenticationCode2", "must be six digits", "CR-049");
    }

    public static string NewId(AdministrationWork work) => "MFA" + work.Options.Random.Text(17, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");

    public static async ValueTask<MfaDevice> GetAsync(AdministrationWork work, string serialNumber, string rule) =>
        await work.FindAsync<MfaDevice>(MfaDevice.KeyOf(work.AccountId, serialNumber)).ConfigureAwait(false) ?? throw Missing(serialNumber, rule);

    /// <summary>A device that a user has.</summary>
    public static async ValueTask<MfaDevice> GetOfAsync(AdministrationWork work, string? userName, string serialNumber, string rule)
    {
        var owner = await CredentialOwner.GetAsync(work, userName, rule).ConfigureAwait(false);
        var device = await GetAsync(work, serialNumber, rule).ConfigureAwait(false);
        return device.Owner == owner.Key ? device : throw Missing(serialNumber, rule);
    }

    /// <summary>What can be told of a device.</summary>
    public static async ValueTask<MfaDeviceDescription> DescribeAsync(AdministrationWork work, MfaDevice device)
    {
        var user = device.Owner is { Kind: ObjectKind.User } owner ? await work.PeekAsync<IamUser>(owner).ConfigureAwait(false) : null;
        return new(device.SerialNumber, device.Type, user?.Name, device.EnableDate);
    }

    /// <summary>Gives a device a new seed and stores it.</summary>
    public static NewMfaDevice PutNewSeed(AdministrationWork work, MfaDevice device)
    {
        Span<byte> seed = stackalloc byte[SeedLength];
        work.Options.Random.Fill(seed);
        work.Put(device with { SealedSeed = work.Credentials.Vault.Seal(device.Key, work.AccountId, seed), Totp = default });
        var text = Base32.Encode(seed);
        CryptographicOperations.ZeroMemory(seed);
        return new(device.SerialNumber, text, ProvisioningUri.Create(work.Credentials.Options.MfaIssuer, device.Name, work.AccountId, text));
    }

    public static TotpState Accept(AdministrationWork work, MfaDevice device, string first, string second, int drift, string rule)
    {
        if (device.SealedSeed is null)
        {
            throw Missing(device.SerialNumber, rule);
        }

        var seed = work.Credentials.Vault.Open(device.Key, device.Account, device.SealedSeed);
        var isAccepted = TotpVerifier.TryAcceptPair(
            seed, device.Totp.HighestCounter, work.Options.TimeProvider.GetUtcNow(), first, second, drift, out var state);
        CryptographicOperations.ZeroMemory(seed);
        return isAccepted ? state : throw new IamException(IamErrorCode.InvalidAuthenticationCode, "Authentication code for device is not valid.", rule);
    }

    public static IamException InUse(string rule) => new(IamErrorCode.DeleteConflict, "MFA VirtualDevice in use. Must deactivate first.", rule);

    private static IamException Missing(string serialNumber, string rule) =>
        new(IamErrorCode.NoSuchEntity, $"MFA device with serial number {serialNumber} does not exist.", rule);
}
