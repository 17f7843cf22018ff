namespace IamCore.Configuration;

/// <summary>
/// Verifies the identity of somebody who lost all MFA devices of a root user, for example by e-mail and telephone (CR-061).
/// </summary>
public interface IRootRecovery
{
    /// <summary>Verifies a proof of identity. A proof must be accepted only once.</summary>
    /// <param name="account">The account.</param>
    /// <param name="email">The e-mail address of the account's root user.</param>
    /// <param name="proof">The proof, for example a code sent by e-mail together with one from a call.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>Whether the proof is valid.</returns>
    ValueTask<bool> VerifyAsync(AccountId account, string email, string proof, CancellationToken cancellationToken);
}
