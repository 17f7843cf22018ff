using System.Security.Cryptography;
using System.Text;
using IamCore.Model;

namespace IamCore.Credentials.Mfa;

/// <summary>
/// Verifies codes of TOTP devices. Stateless: the state is passed in and out, so that the caller can make comparison and update one
/// conditional commit (CR-048).
/// The duration does not depend on which candidate matches (CR-049).
/// </summary>
internal static class TotpVerifier
{
    /// <summary>The number of steps accepted before and after the device's own time (CR-046).</summary>
    public const int Window = 1;

    /// <summary>The maximum drift of a device, in steps, when it is enabled (CR-047).</summary>
    public const int EnablingDrift = 20;

    /// <summary>The maximum drift of a device, in steps, at any time (CR-047).</summary>
    public const int LargestDrift = 120;

    /// <summary>Accepts a code at most once (CR-046 to CR-049).</summary>
    public static bool TryAccept(ReadOnlySpan<byte> seed, TotpState state, DateTimeOffset now, ReadOnlySpan<char> code, out TotpState next)
    {
        var counter = OneTimePassword.CounterAt(now);
        next = state;
        if (!OneTimePassword.IsCode(code))
        {
            return false;
        }

        var center = counter + state.DriftSteps;
        var found = Find(seed, code, center - Window, center + Window, state.HighestCounter, center);
        if (found is not { } accepted)
        {
            return false;
        }

        next = new(ClampedDrift(accepted - counter), accepted);
        return true;
    }

    /// <summary>
    /// Accepts two codes of consecutive steps, the second within <paramref name="drift"/> steps of now: for enabling (CR-051) and
    /// resynchronizing (CR-052).
    /// </summary>
    public static bool TryAcceptPair(
        ReadOnlySpan<byte> seed,
        long highestCounter,
        DateTimeOffset now,
        ReadOnlySpan<char> first,
        ReadOnlySpan<char> second,
        int drift,
        out TotpState next)
    {
        next = default;
        if (!OneTimePassword.IsCode(first) || !OneTimePassword.IsCode(second))
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[OneTimePassword.Digits * 2];
        Span<byte> given = stackalloc byte[expected.Length];
        Encoding.ASCII.GetBytes(first, given);
        Encoding.ASCII.GetBytes(second, given[OneTimePassword.Digits..]);
        var counter = OneTimePassword.CounterAt(now);
        long? found = null;
        OneTimePassword.Write(seed, counter - drift - 1, expected[OneTimePassword.Digits..]);
        for (var candidate = counter - drift; candidate <= counter + drift; candidate++)
        {
            expected[OneTimePassword.Digits..].CopyTo(expected);
            OneTimePassword.Write(seed, candidate, expected[OneTimePassword.Digits..]);
            if (CryptographicOperations.FixedTimeEquals(expected, given) && candidate - 1 > highestCounter)
            {
                found = Nearer(found, candidate, counter);
            }
        }

        CryptographicOperations.ZeroMemory(expected);
        if (found is not { } accepted)
        {
            return false;
        }

        next = new(ClampedDrift(accepted - counter), accepted);
        return true;
    }

    private static long? Find(ReadOnlySpan<byte> seed, ReadOnlySpan<char> code, long from, long to, long above, long center)
    {
        Span<byte> expected = stackalloc byte[OneTimePassword.Digits];
        Span<byte> given = stackalloc byte[OneTimePassword.Digits];
        Encoding.ASCII.GetBytes(code, given);
        long? found = null;
        for (var candidate = from; candidate <= to; candidate++)
        {
            OneTimePassword.Write(seed, candidate, expected);
            if (CryptographicOperations.FixedTimeEquals(expected, given) && candidate > above)
            {
                found = Nearer(found, candidate, center);
            }
        }

        CryptographicOperations.ZeroMemory(expected);
        return found;
    }

    private static long Nearer(long? found, long candidate, long center) =>
        found is { } other && Math.Abs(other - center) <= Math.Abs(candidate - center) ? other : candidate;

    private static int ClampedDrift(long drift) => (int)Math.Clamp(drift, -LargestDrift, LargestDrift);
}
