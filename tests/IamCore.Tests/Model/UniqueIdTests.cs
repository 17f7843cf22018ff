using FsCheck;
using FsCheck.Fluent;
using IamCore.Model;

namespace IamCore.Tests.Model;

public sealed class UniqueIdTests
{
    [Theory]
    [InlineData(ObjectKind.User, "AIDA")]
    [InlineData(ObjectKind.Group, "AGPA")]
    [InlineData(ObjectKind.Role, "AROA")]
    [InlineData(ObjectKind.InstanceProfile, "AIPA")]
    [InlineData(ObjectKind.ManagedPolicy, "ANPA")]
    public void Ids_have_a_prefix_and_17_characters_of_base_32(ObjectKind kind, string prefix) // ID-065
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => UniqueId.Create(kind, RandomSource.System)).ToList();
        Assert.All(ids, id => Assert.Matches($"\\A{prefix}[A-Z2-7]{{17}}\\z", id));
        Assert.Equal(1000, ids.Distinct().Count());
        Assert.Equal(kind, UniqueId.KindOf(ids[0]));
    }

    [Fact]
    public void Random_text_uses_every_letter_evenly()
    {
        var text = RandomSource.System.Text(70_000, "0123456");
        foreach (var c in "0123456")
        {
            Assert.InRange(text.Count(x => x == c), 9_400, 10_600); // 10,000 each; six standard deviations are 556
        }
    }

    [Fact]
    public void Folding_lowers_ASCII_letters_and_nothing_else() => // ID-059
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => DirectoryKeys.Fold(text.Get) == new string([.. text.Get.Select(c => c is >= 'A' and <= 'Z' ? (char)(c + 32) : c)]))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void A_key_is_read_from_what_it_writes()
    {
        var key = new ObjectKey(ObjectKind.PredefinedPolicy, "job-function/Billing");
        Assert.True(ObjectKey.TryParse(key.ToString(), out var read));
        Assert.Equal(key, read);
        foreach (var text in (string?[])[null, "", "User", "User/", "/x", "None/x", "user/x", "4/x", "Nothing/x"])
        {
            Assert.False(ObjectKey.TryParse(text, out _), text);
        }
    }
}
