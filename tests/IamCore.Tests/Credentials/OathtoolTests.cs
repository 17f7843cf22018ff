using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IamCore.Credentials.Mfa;

namespace IamCore.Tests.Credentials;

/// <summary>Debian's oathtool and IamCore give the same codes. Run by hand, since it starts a thousand programs: <c>IAMCORE_OATHTOOL=1 dotnet test --filter Oathtool</c>.</summary>
public sealed class OathtoolTests(ITestOutputHelper output)
{
    private const int Rounds = 1000;

    [Fact]
    public async Task CR_043_oathtool_gives_the_same_codes_for_a_thousand_random_secrets_and_times()
    {
        if (Environment.GetEnvironmentVariable("IAMCORE_OATHTOOL") is not "1")
        {
            output.WriteLine("SKIPPED: IAMCORE_OATHTOOL is not 1, nothing was compared with oathtool");
            return;
        }

        for (var round = 0; round < Rounds; round++)
        {
            var seed = RandomNumberGenerator.GetBytes(RandomNumberGenerator.GetInt32(16, 65));
            var seconds = RandomNumberGenerator.GetInt32(int.MaxValue);
            var code = new byte[OneTimePassword.Digits];
            OneTimePassword.Write(seed, OneTimePassword.CounterAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), code);
            var expected = await OathtoolAsync(seed, seconds);
            Assert.True(expected == Encoding.ASCII.GetString(code), $"round {round}: seed {Convert.ToHexString(seed)}, time {seconds}: oathtool says {expected}");
        }

        output.WriteLine($"{Rounds} codes were equal");
    }

    private static async Task<string> OathtoolAsync(byte[] seed, int seconds)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        using var program = Process.Start(new ProcessStartInfo("oathtool", ["--totp", "--now", time, Convert.ToHexStringLower(seed)]) { RedirectStandardOutput = true })!;
        var code = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
        return code.Trim();
    }
}
