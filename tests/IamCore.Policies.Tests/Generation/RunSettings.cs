using System.Globalization;
using System.Security.Cryptography;

namespace IamCore.Policies.Tests.Generation;

/// <summary>Seed and size of random runs, from the environment.</summary>
internal static class RunSettings
{
    /// <summary><c>IAMCORE_SEED</c>, to repeat a run; else a fresh one. Tests print it.</summary>
    public static ulong Seed() =>
        Environment.GetEnvironmentVariable("IAMCORE_SEED") is { Length: > 0 } given
            ? ulong.Parse(given, CultureInfo.InvariantCulture)
            : BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) >> 16;

    /// <summary><c>IAMCORE_AGREEMENT_CASES</c>, or 20,000.</summary>
    public static int Cases() =>
        Environment.GetEnvironmentVariable("IAMCORE_AGREEMENT_CASES") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : 20_000;
}
