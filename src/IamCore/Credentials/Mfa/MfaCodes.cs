using System.Security.Cryptography;

namespace IamCore.Credentials;

/// <summary>Uses up one-time codes: comparison and update are one conditional commit, so that no two nodes accept the same (CR-048).</summary>
internal sealed class MfaCodes(IamDirectory directory)
{
    private const int MaxRetries = 3;

    /// <summary>Whether the code is a good one of a device that the owner has; a good one is used up.</summary>
    public async ValueTask<bool> TryUseAsync(AccountId account, ObjectKey owner, string serialNumber, string code, CancellationToken cancellationToken)
    {
        var services = directory.Credentials;
        var key = new AttemptKey(AttemptKind.Device, account, DirectoryKeys.Fold(serialNumber));
        if (await services.Limiter.BeginAsync(key, cancellationToken).ConfigureAwait(false) > TimeSpan.Zero)
        {
            return false;
        }

        for (var retries = 0; retries <= MaxRetries; retries++)
        {
            var device = await directory.Store.FindAsync(ObjectLocator.ByUniqueKey(MfaDevice.KeyOf(account, serialNumber)), cancellationToken)
                .ConfigureAwait(false) as MfaDevice;
            if (device?.Owner != owner || device.SealedSeed is null || !IsAccepted(device, code, out var next))
            {
                return false;
            }

            var commit = await directory.Store.CommitAsync(new() { Puts = [device with { Totp = next }] }, cancellationToken).ConfigureAwait(false);
            if (commit.IsCommitted)
            {
                await services.Limiter.SucceededAsync(key, cancellationToken).ConfigureAwait(false);
                return true;
            }
        }

        return false;
    }

    private bool IsAccepted(MfaDevice device, string code, out TotpState next)
    {
        var seed = directory.Credentials.Vault.Open(device.Key, device.Account, device.SealedSeed!);
        var isAccepted = TotpVerifier.TryAccept(seed, device.Totp, directory.Options.TimeProvider.GetUtcNow(), code, out next);
        CryptographicOperations.ZeroMemory(seed);
        return isAccepted;
    }
}
