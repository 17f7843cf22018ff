using IamCore.Credentials.Passwords;
using IamCore.Model;

namespace IamCore.Tests.Credentials;

public sealed class PasswordTests
{
    private static readonly IamAccount Account = new()
    {
        Id = "123456789012",
        Name = "Acme-Corp1",
        Email = "Root1@acme.example",
        CanonicalUserId = new string('0', 64),
    };

    [Theory]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData("tab\tlf\ncr\r", true)]
    [InlineData("bell\u0007", false)]
    [InlineData("latin-ÿ", true)]
    [InlineData("beyond-Ā", false)]
    public void CR_009_a_password_is_one_to_128_characters_of_Latin_1(string password, bool expected) =>
        Assert.Equal(expected, PasswordRules.IsWellFormed(password));

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void CR_009_at_most_128_characters(int length, bool expected) => Assert.Equal(expected, PasswordRules.IsWellFormed(new string('a', length)));

    [Theory]
    [InlineData("Abcdefg1")]
    [InlineData("abcdef1!")]
    [InlineData("ABCDEF1!")]
    [InlineData("Abcdefg'")]
    [InlineData("Abcdefgh", PasswordRule.CharacterClasses)]
    [InlineData("abcdefg1", PasswordRule.CharacterClasses)]
    [InlineData("Abcdefg~", PasswordRule.CharacterClasses)]
    [InlineData("Abcdefgé", PasswordRule.CharacterClasses)]
    [InlineData("Abcde1!", PasswordRule.MinimumLength)]
    [InlineData("aCME-cORP1", PasswordRule.AccountNameOrEmail)]
    [InlineData("rOOT1@acme.EXAMPLE", PasswordRule.AccountNameOrEmail)]
    public void CR_007_without_a_policy_the_default_rules_bind(string password, params PasswordRule[] expected) =>
        Assert.Equal(expected, PasswordRules.FindBroken(null, password, Account));

    [Theory]
    [InlineData("Abcdefg~")]
    [InlineData("Abcdefgé")]
    [InlineData("Abcdefgh", PasswordRule.CharacterClasses)]
    [InlineData("Abcd1~", PasswordRule.MinimumLength)]
    [InlineData("acme-corp1", PasswordRule.AccountNameOrEmail)]
    public void ID_035_the_root_password_has_rules_of_its_own(string password, params PasswordRule[] expected) =>
        Assert.Equal(expected, PasswordRules.FindBrokenForRoot(password, Account));

    public static TheoryData<AccountPasswordPolicy, string, PasswordRule[]> PolicyRows => new()
    {
        { new(), "abcdef", [] },
        { new(), "abcde", [PasswordRule.MinimumLength] },
        { new() { MinimumPasswordLength = 128 }, new string('a', 128), [] },
        { new() { MinimumPasswordLength = 128 }, new string('a', 127), [PasswordRule.MinimumLength] },
        { new() { RequireUppercaseCharacters = true }, "abcdeF", [] },
        { new() { RequireUppercaseCharacters = true }, "abcdeÀ", [PasswordRule.UppercaseCharacters] },
        { new() { RequireLowercaseCharacters = true }, "ABCDEf", [] },
        { new() { RequireLowercaseCharacters = true }, "ABCDEF", [PasswordRule.LowercaseCharacters] },
        { new() { RequireNumbers = true }, "abcde1", [] },
        { new() { RequireNumbers = true }, "abcde²", [PasswordRule.Numbers] },
        { new() { RequireSymbols = true }, "abcde|", [] },
        { new() { RequireSymbols = true }, "abcde;", [PasswordRule.Symbols] },
        { new() { RequireSymbols = true, RequireNumbers = true, RequireUppercaseCharacters = true, MinimumPasswordLength = 7 }, "abcdef", [PasswordRule.MinimumLength, PasswordRule.UppercaseCharacters, PasswordRule.Numbers, PasswordRule.Symbols] },
        { new(), "acme-corp1", [PasswordRule.AccountNameOrEmail] },
    };

    [Theory]
    [MemberData(nameof(PolicyRows))]
    public void CR_005_and_CR_008_with_a_policy_only_its_own_fields_and_the_name_rule_bind(
        AccountPasswordPolicy policy, string password, PasswordRule[] expected) =>
        Assert.Equal(expected, PasswordRules.FindBroken(policy, password, Account));

    [Theory]
    [InlineData("!")]
    [InlineData("@")]
    [InlineData("#")]
    [InlineData("$")]
    [InlineData("%")]
    [InlineData("^")]
    [InlineData("&")]
    [InlineData("*")]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("_")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("=")]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("|")]
    [InlineData("'")]
    public void CR_005_these_are_the_symbols(string symbol) =>
        Assert.Empty(PasswordRules.FindBroken(new AccountPasswordPolicy { RequireSymbols = true }, "abcde" + symbol, Account));

    [Theory]
    [InlineData(5, 0, 0, "MinimumPasswordLength")]
    [InlineData(129, 0, 0, "MinimumPasswordLength")]
    [InlineData(6, 1096, 0, "MaxPasswordAge")]
    [InlineData(6, -1, 0, "MaxPasswordAge")]
    [InlineData(6, 0, 25, "PasswordReusePrevention")]
    [InlineData(6, 0, -1, "PasswordReusePrevention")]
    [InlineData(6, 0, 0)]
    [InlineData(128, 1095, 24)]
    [InlineData(6, 1, 1)]
    public void CR_005_each_number_has_its_range(int length, int age, int reuse, params string[] expected) =>
        Assert.Equal(expected, PasswordRules.FindOutOfRange(new() { MinimumPasswordLength = length, MaxPasswordAge = age, PasswordReusePrevention = reuse }));

    [Fact]
    public void CR_012_a_password_expires_days_after_its_last_change()
    {
        var changed = new DateTimeOffset(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);
        Assert.Equal(changed.AddDays(90), new AccountPasswordPolicy { MaxPasswordAge = 90 }.ExpiryOf(changed));
        Assert.Null(new AccountPasswordPolicy().ExpiryOf(changed));
        Assert.True(new AccountPasswordPolicy { MaxPasswordAge = 1 }.ExpirePasswords);
    }

    [Fact]
    public void CR_104_SC_105_a_stored_password_is_a_salted_hash_that_names_its_parameters()
    {
        var hasher = new Pbkdf2PasswordHasher(1000);
        var (first, second) = (hasher.Hash("Abcdefg1"), hasher.Hash("Abcdefg1"));

        Assert.StartsWith("$pbkdf2-sha512$i=1000$", first, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
        Assert.DoesNotContain("Abcdefg1", first, StringComparison.Ordinal);
        Assert.Equal(PasswordMatch.Current, hasher.Verify("Abcdefg1", first));
        Assert.Equal(PasswordMatch.None, hasher.Verify("abcdefg1", first));
        Assert.Equal(PasswordMatch.None, hasher.Verify("Abcdefg1 ", first));
    }

    /// <summary>Computed with Python's <c>hashlib.pbkdf2_hmac('sha512', b'password', b'0123456789abcdef', 1000, 32)</c>.</summary>
    [Fact]
    public void CR_104_the_hash_is_PBKDF2_with_HMAC_SHA_512()
    {
        var stored = $"$pbkdf2-sha512$i=1000${Convert.ToBase64String("0123456789abcdef"u8)}$38DzhdBT7fPaUGBlsh42VTuuKSFAIYGZJ7l6feCDLIk=";
        Assert.Equal(PasswordMatch.Current, new Pbkdf2PasswordHasher(1000).Verify("password", stored));
    }

    [Fact]
    public void CR_104_a_hash_with_other_parameters_matches_and_asks_to_be_made_anew()
    {
        var stored = new Pbkdf2PasswordHasher(1000).Hash("Abcdefg1");
        Assert.Equal(PasswordMatch.Outdated, new Pbkdf2PasswordHasher(2000).Verify("Abcdefg1", stored));
        Assert.Equal(PasswordMatch.None, new Pbkdf2PasswordHasher(2000).Verify("Abcdefg2", stored));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("$pbkdf2-sha512$i=1000$AAAA")]
    [InlineData("$pbkdf2-sha512$i=0$MDEyMzQ1Njc4OWFiY2RlZg==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("$pbkdf2-sha512$i=99999999$MDEyMzQ1Njc4OWFiY2RlZg==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("$pbkdf2-sha512$i=1000$MDEyMzQ1Njc4OWFiY2RlZg==$AAAA")]
    [InlineData("$pbkdf2-sha256$i=1000$MDEyMzQ1Njc4OWFiY2RlZg==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void A_hash_of_another_form_matches_nothing(string stored) =>
        Assert.Equal(PasswordMatch.None, new Pbkdf2PasswordHasher(1000).Verify("Abcdefg1", stored));

    [Fact]
    public void CR_104_the_default_has_210_000_iterations() =>
        Assert.StartsWith("$pbkdf2-sha512$i=210000$", new Pbkdf2PasswordHasher().Hash("x"), StringComparison.Ordinal);
}
