using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Takes a hardware token into the account, with the seed its maker gave (CR-045, CR-057). For the host's own code.</summary>
/// <param name="SerialNumber">The number on the token: 9 to 256 of <c>[\w+=/:,.@-]</c>.</param>
/// <param name="Seed">128 to 512 bits.</param>
public sealed record RegisterHardwareToken(string SerialNumber, ReadOnlyMemory<byte> Seed) : IamCommand<NoResult>
{
    internal override void Validate(ParameterCheck check)
    {
        SessionInput.SerialNumber(check, SerialNumber);
        check.Require(Seed.Length is >= 16 and <= 64, nameof(Seed), "must have 128 to 512 bits", "CR-045");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        throw new IamException(IamErrorCode.AccessDenied, "Hardware tokens are registered by the host.", "CR-057");

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
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
