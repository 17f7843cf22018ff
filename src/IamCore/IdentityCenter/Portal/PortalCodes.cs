using System.Security.Cryptography;
using System.Text;
using IamCore.Credentials.Mfa;
using IamCore.Credentials.Throttling;
using IamCore.Model;

namespace IamCore.IdentityCenter.Portal;

/// <summary>
/// Accepts codes of portal devices. Comparison and update are one conditional commit, so that no two nodes accept the same code (CR-048).
/// </summary>
internal sealed class PortalCodes(IamDirectory directory, PortalReader reader)
{
    private const int MaxRetries = 3;

    /// <summary>Returns whether the code is a valid code of one of the user's apps; a valid code cannot be used again.</summary>
    public async ValueTask<bool> TryUseAsync(DirectoryUser user, PortalCode code, CancellationToken cancellationToken)
    {
        if (!OneTimePassword.IsCode(code.Code))
        {
            return false;
        }

        var attempt = new AttemptKey(AttemptKind.Device, user.Account, code.DeviceId);
        if (await directory.Credentials.Limiter.BeginAsync(attempt, cancellationToken).ConfigureAwait(false) > TimeSpan.Zero)
        {
            return false;
        }

        // A failed commit may be about other data of the device, so the code is tried again; a code used meanwhile fails then.
        for (var retries = 0; retries <= MaxRetries; retries++)
        {
            var device = await reader.FindAsync<PortalDevice>(new(ObjectKind.PortalDevice, code.DeviceId), cancellationToken).ConfigureAwait(false);
            if (device is not { EnableDate: not null, SealedSeed: { } sealedSeed } || device.UserId != user.Id || !IsAccepted(device, sealedSeed, code.Code, out var next))
            {
                return false;
            }

            var used = device with { Totp = next, SealedSeed = directory.Credentials.Vault.Renew(device.Key, device.Account, sealedSeed) };
            var commit = await directory.Store.CommitAsync(new() { Puts = [used] }, cancellationToken).ConfigureAwait(false);
            if (commit.IsCommitted)
            {
                await directory.Credentials.Limiter.SucceededAsync(attempt, cancellationToken).ConfigureAwait(false);
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns whether the code is the one that was sent. Each handle allows only a few guesses (CR-112).</summary>
    public async ValueTask<bool> IsSentAsync(AccountId account, string handleId, string sent, string code, CancellationToken cancellationToken) =>
        OneTimePassword.IsCode(code)
        && await directory.Credentials.Limiter.BeginAsync(new(AttemptKind.Device, account, handleId), cancellationToken).ConfigureAwait(false) == TimeSpan.Zero
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(sent), Encoding.ASCII.GetBytes(code));

    private bool IsAccepted(PortalDevice device, string sealedSeed, string code, out TotpState next)
    {
        var seed = directory.Credentials.Vault.Open(device.Key, device.Account, sealedSeed);
        var isAccepted = TotpVerifier.TryAccept(seed, device.Totp, directory.Options.TimeProvider.GetUtcNow(), code, out next);
        CryptographicOperations.ZeroMemory(seed);
        return isAccepted;
    }
}
