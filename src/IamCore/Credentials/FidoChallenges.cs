using System.Security.Cryptography;
using System.Text;
using IamCore.Credentials.Secrets;
using IamCore.Model;

namespace IamCore.Credentials;

/// <summary>
/// Challenges of security keys. Each is derived from a sealed single-use handle, so that nothing needs to be stored (CR-058).
/// </summary>
internal static class FidoChallenges
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>Creates a handle for registering a device; no step of a sign-in accepts it.</summary>
    public static string NewRegistration(CredentialServices services, RandomSource random, AccountId account, ObjectKey owner, DateTimeOffset now) =>
        SealedState.Seal(services.Protector, SecretPurpose.Challenge, new()
        {
            Id = $"fido-{random.Text(52, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}",
            Account = account.ToString(),
            ExpiresAt = (now + Life).ToUnixTimeMilliseconds(),
            Step = SignInStatus.MfaEnrolmentRequired,
            Owner = owner.ToString(),
        });

    /// <summary>Opens a handle; null if it was altered, has expired, belongs to another owner or is of another kind.</summary>
    public static HandleState? Open(CredentialServices services, string handle, AccountId account, ObjectKey owner, DateTimeOffset now) =>
        SealedState.TryOpen(services.Protector, SecretPurpose.Challenge, handle, out var state) && state.Step == SignInStatus.MfaEnrolmentRequired
            && now < state.Expiration && state.Account == account.ToString() && state.Owner == owner.ToString() ? state : null;

    /// <summary>Returns the challenge: 32 bytes that cannot be predicted, because the handle's id is random and sealed.</summary>
    public static byte[] Of(HandleState state) => SHA256.HashData(Encoding.UTF8.GetBytes($"iamcore-fido\n{state.Id}"));

    /// <summary>Whether a counter may follow another: it must increase, unless the device has no counter (CR-058).</summary>
    public static bool Follows(uint former, uint next) => next > former || (next == 0 && former == 0);
}
