using System.Security.Cryptography;
using IamCore.Credentials.Mfa;
using IamCore.Credentials.Throttling;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Credentials;

/// <summary>
/// Consumes one-time codes: comparison and update are one conditional commit, so that no two nodes accept the same code (CR-048).
/// </summary>
internal sealed class MfaCodes(IDirectoryStore store, CredentialServices services, TimeProvider time)
{
    private const int MaxRetries = 3;

    private const int MaxWrongCodes = 1000;

    /// <summary>Whether the code is valid for a device of the owner; a valid code is consumed.</summary>
    public async ValueTask<bool> TryUseAsync(AccountId account, ObjectKey owner, string serialNumber, string code, CancellationToken cancellationToken)
    {
        var key = new AttemptKey(AttemptKind.Device, account, DirectoryKeys.Fold(serialNumber));
        if (await services.Limiter.BeginAsync(key, cancellationToken).ConfigureAwait(false) > TimeSpan.Zero)
        {
            return false;
        }

        for (var retries = 0; retries <= MaxRetries; retries++)
        {
            var device = await store.FindAsync(ObjectLocator.ByUniqueKey(MfaDevice.KeyOf(account, serialNumber)), cancellationToken)
                .ConfigureAwait(false) as MfaDevice;
            if (device?.Owner != owner || device.SealedSeed is null)
            {
                return false;
            }

            if (!IsAccepted(device, code, out var next))
            {
                await NoteWrongAsync(device, cancellationToken).ConfigureAwait(false);
                return false;
            }

            var commit = await store.CommitAsync(new() { Puts = [Used(device, next)] }, cancellationToken).ConfigureAwait(false);
            if (commit.IsCommitted)
            {
                await services.Limiter.SucceededAsync(key, cancellationToken).ConfigureAwait(false);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Counts wrong codes, to hint that the device's clock may have drifted (CR-062). A lost race is ignored: the other attempt was
    /// counted.
    /// </summary>
    private async ValueTask NoteWrongAsync(MfaDevice device, CancellationToken cancellationToken)
    {
        var noted = device with { WrongCodes = Math.Min(device.WrongCodes + 1, MaxWrongCodes) };
        _ = await store.CommitAsync(new() { Puts = [noted] }, cancellationToken).ConfigureAwait(false);
    }

    private MfaDevice Used(MfaDevice device, TotpState state) =>
        device with { Totp = state, WrongCodes = 0, SealedSeed = services.Vault.Renew(device.Key, device.Account, device.SealedSeed!) };

    private bool IsAccepted(MfaDevice device, string code, out TotpState next)
    {
        var seed = services.Vault.Open(device.Key, device.Account, device.SealedSeed!);
        var isAccepted = TotpVerifier.TryAccept(seed, device.Totp, time.GetUtcNow(), code, out next);
        CryptographicOperations.ZeroMemory(seed);
        return isAccepted;
    }
}
