namespace IamCore.Configuration;

/// <summary>Makes sure that somebody who lost all devices of a root user is who they say, for example by e-mail and telephone (CR-061).</summary>
public interface IRootRecovery
{
    /// <summary>Whether the proof is good, once.</summary>
    /// <param name="account">The account.</param>
    /// <param name="email">Its root user's address.</param>
    /// <param name="proof">What was shown, for example the code of an e-mail and the one of a call.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<bool> VerifyAsync(AccountId account, string email, string proof, CancellationToken cancellationToken);
}
