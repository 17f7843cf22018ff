using System.Security.Cryptography;
using System.Text;
using IamCore.Credentials.Secrets;
using IamCore.Model;

namespace IamCore.Tests.Credentials;

public sealed class SecretProtectorTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    private static readonly byte[] KeyBytes = RandomNumberGenerator.GetBytes(SecretKey.Length);

    private readonly byte[] _secret = Encoding.UTF8.GetBytes("wJalrXUtnFEMI/K7MDENG");

    private readonly byte[] _place = Encoding.UTF8.GetBytes("AccessKey/AKIA");

    [Theory]
    [InlineData(SecretPurpose.Session)]
    [InlineData(SecretPurpose.SignIn)]
    [InlineData(SecretPurpose.Challenge)]
    [InlineData(SecretPurpose.Invitation)]
    [InlineData(SecretPurpose.AuthorizationMessage)]
    [InlineData(SecretPurpose.Bearer)]
    [InlineData(SecretPurpose.Marker)]
    [InlineData(SecretPurpose.Secret)]
    public void ST_002_SC_124_what_is_sealed_for_one_purpose_opens_for_no_other(SecretPurpose purpose)
    {
        var protector = Protector(Key(1));
        var box = protector.Protect(purpose, _place, _secret);
        foreach (var other in Enum.GetValues<SecretPurpose>().Where(p => p != SecretPurpose.None))
        {
            Assert.Equal(other == purpose, protector.TryUnprotect(other, _place, box, out var opened));
            Assert.Equal(other == purpose ? _secret : null, opened);
        }
    }

    [Fact]
    public void Nothing_is_sealed_without_a_purpose() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Protector(Key(1)).Protect(SecretPurpose.None, _place, _secret));

    [Fact]
    public void Altering_any_bit_is_refused()
    {
        var protector = Protector(Key(1));
        var box = protector.Protect(SecretPurpose.Secret, _place, _secret);
        for (var bit = 0; bit < box.Length * 8; bit++)
        {
            var altered = box.ToArray();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(protector.TryUnprotect(SecretPurpose.Secret, _place, altered, out _), $"bit {bit}");
        }

        for (var length = 0; length < box.Length; length++)
        {
            Assert.False(protector.TryUnprotect(SecretPurpose.Secret, _place, box.AsSpan(0, length), out _));
        }
    }

    [Fact]
    public void Altering_any_character_of_a_token_is_refused()
    {
        var protector = Protector(Key(1));
        for (var length = 1; length <= 6; length++) // each length modulo three leaves other bits of the last character unused
        {
            var token = SealedText.Seal(protector, SecretPurpose.Session, _secret.AsSpan(0, length));
            Assert.True(SealedText.TryOpen(protector, SecretPurpose.Session, token, out _));
            for (var i = 0; i < token.Length; i++)
            {
                foreach (var c in "ABab01-_+/= ")
                {
                    var altered = $"{token[..i]}{c}{token[(i + 1)..]}";
                    Assert.Equal(altered == token, SealedText.TryOpen(protector, SecretPurpose.Session, altered, out _));
                    Assert.False(SealedText.TryOpen(protector, SecretPurpose.Session, token.Insert(i, c.ToString()), out _));
                }
            }

            for (var c = '\0'; c < 128; c++)
            {
                Assert.Equal(c == token[^1], SealedText.TryOpen(protector, SecretPurpose.Session, token[..^1] + c, out _));
            }
        }
    }

    [Fact]
    public void ST_002_a_token_too_long_is_not_looked_at()
    {
        var protector = Protector(Key(1));
        var fits = SealedText.Seal(protector, SecretPurpose.Session, new byte[49_000]);
        Assert.InRange(fits.Length, 65_000, SealedText.MaxLength);
        Assert.True(SealedText.TryOpen(protector, SecretPurpose.Session, fits, out _));
        Assert.False(SealedText.TryOpen(protector, SecretPurpose.Session, SealedText.Seal(protector, SecretPurpose.Session, new byte[49_200]), out _));
    }

    [Fact]
    public void CR_105_a_secret_moved_to_another_place_does_not_open()
    {
        var protector = Protector(Key(1));
        var box = protector.Protect(SecretPurpose.Secret, _place, _secret);
        Assert.False(protector.TryUnprotect(SecretPurpose.Secret, Encoding.UTF8.GetBytes("AccessKey/AKIB"), box, out _));
    }

    [Fact]
    public void Another_key_does_not_open_even_under_the_same_id()
    {
        var box = Protector(Key(1)).Protect(SecretPurpose.Session, _place, _secret);
        Assert.False(Protector(new SecretKey(1, RandomNumberGenerator.GetBytes(32))).TryUnprotect(SecretPurpose.Session, _place, box, out _));
        Assert.False(Protector(new SecretKey(2, KeyBytes)).TryUnprotect(SecretPurpose.Session, _place, box, out _));
    }

    [Fact]
    public void ST_002_a_retired_key_opens_tokens_for_36_hours_and_stored_secrets_on_and_on()
    {
        var clock = new FakeTimeProvider(Now);
        var before = Protector(Key(1));
        var (token, stored) = (before.Protect(SecretPurpose.Session, _place, _secret), before.Protect(SecretPurpose.Secret, _place, _secret));
        var after = new AesGcmSecretProtector([new SecretKey(1, KeyBytes, retiredAt: Now), new SecretKey(2, RandomNumberGenerator.GetBytes(32))], clock);

        clock.SetUtcNow(Now.AddHours(36).AddTicks(-1));
        Assert.True(after.TryUnprotect(SecretPurpose.Session, _place, token, out _));
        clock.SetUtcNow(Now.AddHours(36));
        Assert.False(after.TryUnprotect(SecretPurpose.Session, _place, token, out _));
        Assert.True(after.TryUnprotect(SecretPurpose.Secret, _place, stored, out _));
        Assert.True(after.IsOutdated(stored));
        Assert.False(after.IsOutdated(after.Protect(SecretPurpose.Secret, _place, _secret)));
    }

    [Fact]
    public void Exactly_one_key_is_in_use()
    {
        Assert.Throws<ArgumentException>(() => new AesGcmSecretProtector([]));
        Assert.Throws<ArgumentException>(() => new AesGcmSecretProtector([Key(1), Key(2)]));
        Assert.Throws<ArgumentException>(() => new AesGcmSecretProtector([Key(1), new SecretKey(1, KeyBytes, Now)]));
        Assert.Throws<ArgumentException>(() => new SecretKey(1, new byte[31]));
    }

    [Fact]
    public void CR_031_key_ids_and_secrets_have_their_form()
    {
        for (var i = 0; i < 100; i++)
        {
            Assert.Matches(@"\AAKIA[A-Z2-7]{16}\z", AccessKeyMaterial.NewId(AccessKeyMaterial.LongTermPrefix, RandomSource.System));
            Assert.Matches(@"\A[A-Za-z0-9+/]{40}\z", AccessKeyMaterial.NewSecret(RandomSource.System));
        }

        Assert.NotEqual(AccessKeyMaterial.NewSecret(RandomSource.System), AccessKeyMaterial.NewSecret(RandomSource.System));
    }

    [Theory]
    [InlineData("AKIAIOSFODNN7EXA", true)]
    [InlineData("AKIAIOSFODNN7EX", false)]
    [InlineData("AKIAIOSFODNN7EX-", false)]
    [InlineData("AKIAIOSFODNN7EXÄ", false)]
    public void CR_031_an_id_given_is_16_to_128_word_characters(string id, bool expected) => Assert.Equal(expected, AccessKeyMaterial.IsAcceptable(id));

    [Fact]
    public void CR_107_a_key_does_not_show_its_bytes() => Assert.Equal("secret key 7", Key(7).ToString());

    private static SecretKey Key(uint id) => new(id, KeyBytes);

    private static AesGcmSecretProtector Protector(SecretKey key) => new([key]);
}
