using System.Text;
using IamCore.Credentials.Mfa;
using IamCore.Model;
using IamCore.Policies;

namespace IamCore.Tests.Credentials;

public sealed class OneTimePasswordTests
{
    private static readonly byte[] Seed = Encoding.ASCII.GetBytes("12345678901234567890");

    private static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 30, 10, TimeSpan.Zero);

    /// <summary>RFC 4226, appendix D.</summary>
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(2, "359152")]
    [InlineData(3, "969429")]
    [InlineData(4, "338314")]
    [InlineData(5, "254676")]
    [InlineData(6, "287922")]
    [InlineData(7, "162583")]
    [InlineData(8, "399871")]
    [InlineData(9, "520489")]
    public void A_counter_gives_the_code_of_RFC_4226(long counter, string expected) => Assert.Equal(expected, CodeOf(counter));

    /// <summary>RFC 6238, appendix B, the rows of SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void A_time_gives_the_code_of_RFC_6238(long seconds, string expected) =>
        Assert.Equal(expected, CodeOf(OneTimePassword.CounterAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), 8));

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void CR_044_a_time_gives_the_six_digits_of_the_specification(long seconds, string expected) =>
        Assert.Equal(expected, CodeOf(OneTimePassword.CounterAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void CR_044_the_seed_is_shown_in_Base32() => Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Base32.Encode(Seed));

    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_is_that_of_RFC_4648(string text, string expected) => Assert.Equal(expected, Base32.Encode(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void CR_050_the_provisioning_address_escapes_its_parts() =>
        Assert.Equal(
            "otpauth://totp/My%20App:bob%2Bx@123456789012?secret=MZXW6&issuer=My%20App",
            ProvisioningUri.Create("My App", "bob+x", AccountId.Parse("123456789012"), "MZXW6"));

    [Theory]
    [InlineData(-2, 0, false)]
    [InlineData(-1, 0, true)]
    [InlineData(0, 0, true)]
    [InlineData(1, 0, true)]
    [InlineData(2, 0, false)]
    [InlineData(4, 5, true)]
    [InlineData(6, 5, true)]
    [InlineData(3, 5, false)]
    [InlineData(-120, -120, true)]
    [InlineData(-122, -120, false)]
    public void CR_046_codes_within_a_step_of_the_devices_clock_are_accepted(int offset, int drift, bool expected)
    {
        var counter = OneTimePassword.CounterAt(Now) + offset;
        var accepted = TotpVerifier.TryAccept(Seed, new(drift, 0), Now, CodeOf(counter), out var next);

        Assert.Equal(expected, accepted);
        Assert.Equal(expected ? new TotpState(Math.Clamp(offset, -120, 120), counter) : new TotpState(drift, 0), next);
    }

    [Fact]
    public void CR_047_drift_never_leaves_its_bounds()
    {
        var counter = OneTimePassword.CounterAt(Now) + 121;
        Assert.True(TotpVerifier.TryAccept(Seed, new(120, 0), Now, CodeOf(counter), out var next));
        Assert.Equal(new TotpState(120, counter), next);
    }

    [Fact]
    public void CR_048_each_code_works_once()
    {
        var counter = OneTimePassword.CounterAt(Now);
        Assert.True(TotpVerifier.TryAccept(Seed, default, Now, CodeOf(counter), out var after));
        Assert.False(TotpVerifier.TryAccept(Seed, after, Now, CodeOf(counter), out _));
        Assert.False(TotpVerifier.TryAccept(Seed, after, Now.AddSeconds(5), CodeOf(counter), out _));
        Assert.False(TotpVerifier.TryAccept(Seed, after, Now, CodeOf(counter - 1), out _));
        Assert.True(TotpVerifier.TryAccept(Seed, after, Now.AddSeconds(30), CodeOf(counter + 1), out _));
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("１２３４５６")]
    [InlineData(" 12345")]
    [InlineData("")]
    public void CR_049_what_is_not_six_digits_is_no_code(string text)
    {
        Assert.False(OneTimePassword.IsCode(text));
        Assert.False(TotpVerifier.TryAccept(Seed, default, Now, text, out _));
    }

    [Theory]
    [InlineData(-21, 1, false)]
    [InlineData(-20, 1, true)]
    [InlineData(0, 1, true)]
    [InlineData(20, 1, true)]
    [InlineData(21, 1, false)]
    [InlineData(0, 0, false)]
    [InlineData(0, 2, false)]
    [InlineData(0, -1, false)]
    public void CR_051_enabling_takes_two_consecutive_codes_the_second_within_twenty_steps(int secondAt, int distance, bool expected)
    {
        var second = OneTimePassword.CounterAt(Now) + secondAt;
        var accepted = TotpVerifier.TryAcceptPair(
            Seed, 0, Now, CodeOf(second - distance), CodeOf(second), TotpVerifier.EnablingDrift, out var state);

        Assert.Equal(expected, accepted);
        Assert.Equal(expected ? new TotpState(secondAt, second) : default, state);
    }

    [Theory]
    [InlineData(120, 0, true)]
    [InlineData(121, 0, false)]
    [InlineData(-120, 0, true)]
    [InlineData(0, -2, true)]
    [InlineData(0, -1, false)]
    [InlineData(0, 0, false)]
    public void CR_052_resync_searches_an_hour_and_takes_only_codes_never_used(int secondAt, int highestFromSecond, bool expected)
    {
        var second = OneTimePassword.CounterAt(Now) + secondAt;
        var highest = highestFromSecond == 0 && secondAt != 0 ? 0 : second + highestFromSecond;
        Assert.Equal(expected, TotpVerifier.TryAcceptPair(
            Seed, highest, Now, CodeOf(second - 1), CodeOf(second), TotpVerifier.LargestDrift, out _));
    }

    [Fact]
    public void CR_042_a_code_of_another_seed_is_refused()
    {
        var other = Encoding.ASCII.GetBytes("09876543210987654321");
        Assert.False(TotpVerifier.TryAccept(other, default, Now, CodeOf(OneTimePassword.CounterAt(Now)), out _));
    }

    private static string CodeOf(long counter, int digits = OneTimePassword.Digits)
    {
        var code = new byte[digits];
        OneTimePassword.Write(Seed, counter, code);
        return Encoding.ASCII.GetString(code);
    }
}
