using System.Security.Cryptography;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Reseals all secrets of the account that are not sealed with the protector's newest key, so that older keys can be retired (CR-105).
/// Only the trusted façade can do this. The result is the number of secrets resealed.
/// </summary>
public sealed record RewrapSecrets : IamCommand<int>
{
    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        throw new IamException(IamErrorCode.AccessDenied, "Only the host can reseal secrets.", "CR-105");

    internal override async ValueTask<int> ApplyAsync(AdministrationWork work)
    {
        var count = 0;
        foreach (var key in await work.AllAsync<AccessKey>(ObjectKind.AccessKey).ConfigureAwait(false))
        {
            count += await RewrapAsync<AccessKey>(work, key.Key, k => k.SealedSecret, (k, s) => k with { SealedSecret = s }).ConfigureAwait(false);
        }

        foreach (var device in await work.AllAsync<MfaDevice>(ObjectKind.MfaDevice).ConfigureAwait(false))
        {
            count += await RewrapAsync<MfaDevice>(work, device.Key, d => d.SealedSeed, (d, s) => d with { SealedSeed = s }).ConfigureAwait(false);
        }

        foreach (var certificate in await work.AllAsync<ServerCertificate>(ObjectKind.ServerCertificate).ConfigureAwait(false))
        {
            count += await RewrapAsync<ServerCertificate>(
                work, certificate.Key, c => c.SealedPrivateKey, (c, s) => c with { SealedPrivateKey = s }).ConfigureAwait(false);
        }

        foreach (var device in await work.AllAsync<PortalDevice>(ObjectKind.PortalDevice).ConfigureAwait(false))
        {
            count += await RewrapAsync<PortalDevice>(work, device.Key, d => d.SealedSeed, (d, s) => d with { SealedSeed = s }).ConfigureAwait(false);
        }

        return count;
    }

    private static async ValueTask<int> RewrapAsync<T>(AdministrationWork work, ObjectKey key, Func<T, string?> secretOf, Func<T, string, T> with)
        where T : DirectoryObject
    {
        // Read again, because lists do not record revisions and the commit must fail if the secret was changed in the meantime.
        var vault = work.Credentials.Vault;
        if (await work.FindAsync<T>(key).ConfigureAwait(false) is not { } found || secretOf(found) is not { } secret || !vault.IsOutdated(secret))
        {
            return 0;
        }

        var plain = vault.Open(key, work.AccountId, secret);
        work.Put(with(found, vault.Seal(key, work.AccountId, plain)));
        CryptographicOperations.ZeroMemory(plain);
        return 1;
    }
}
