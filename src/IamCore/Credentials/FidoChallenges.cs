using System.Security.Cryptography;
using System.Text;
using IamCore.Credentials.Secrets;
using IamCore.Model;

namespace IamCore.Credentials;

/// <summary>Challenges of security keys: each follows from a sealed handle that is good for one use, so that nothing needs to be kept (CR-058).</summary>
internal static class FidoChallenges
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>A handle to register a device with; no step of a sign-in takes it.</summary>
    public static string NewRegistration(CredentialServices services, RandomSource random, AccountId account, ObjectKey owner, DateTimeOffset now) =>
        SealedState.Seal(services.Protector, SecretPurpose.Challenge, new()
        {
            Id = $"fido-{random.Text(52, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}",
            Account = account.ToString(),
            ExpiresAt = (now + Life).ToUnixTimeMilliseconds(),
            Step = SignInStatus.MfaEnrolmentRequired,
            Owner = owner.ToString(),
        });

    /// <summary>What a handle stands for; null where it is altered, late, another's or of another kind.</summary>
    public static HandleState? Open(CredentialServices services, string handle, AccountId account, ObjectKey owner, DateTimeOffset now) =>
        SealedState.TryOpen(services.Protector, SecretPurpose.Challenge, handle, out var state) && state.Step == SignInStatus.MfaEnrolmentRequired
            && now < state.Expiration && state.Account == account.ToString() && state.Owner == owner.ToString() ? state : null;

    /// <summary>32 bytes that nobody knows who has not the handle's key: the handle's id is random and sealed.</summary>
    public static byte[] Of(HandleState state) => SHA256.HashData(Encoding.UTF8.GetBytes($"iamcore-fido\n{state.Id}"));

    /// <summary>Whether a counter may follow another: it must increase, unless the device does not count (CR-058).</summary>
    public static bool Follows(uint former, uint next) => next > former || (next == 0 && former == 0);
}
