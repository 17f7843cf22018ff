using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Registers a hardware token in the account, with the seed supplied by its manufacturer (CR-045, CR-057). Only the trusted façade can do
/// this.
/// </summary>
/// <param name="SerialNumber">The number printed on the token: 9 to 256 characters of <c>[\w+=/:,.@-]</c>.</param>
/// <param name="Seed">The seed, 128 to 512 bits.</param>
public sealed record RegisterHardwareToken(string SerialNumber, ReadOnlyMemory<byte> Seed) : IamCommand<NoResult>
{
    internal override void Validate(ParameterCheck check)
    {
        SessionInput.SerialNumber(check, SerialNumber);
        check.Require(Seed.Length is >= 16 and <= 64, nameof(Seed), "must have 128 to 512 bits", "CR-045");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        throw new IamException(IamErrorCode.AccessDenied, "Only the host can register hardware tokens.", "CR-057");

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

    /// <summary>Returns a description without the seed (CR-107).</summary>
    public override string ToString() => $"{nameof(RegisterHardwareToken)} {SerialNumber}";
}
