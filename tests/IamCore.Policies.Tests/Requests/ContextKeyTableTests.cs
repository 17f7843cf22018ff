using System.Text.RegularExpressions;
using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Requests;

namespace IamCore.Policies.Tests.Requests;

/// <summary>A context key is its row: whatever the specification names has one, and other tables agree with it.</summary>
public sealed partial class ContextKeyTableTests
{
    [Theory]
    [Rule("EV-011"), Rule("EV-012"), Rule("EV-013"), Rule("EV-014")]
    [InlineData("evaluation.md", "- **EV-010**", "- **EV-015**", 40)]
    [InlineData("sts.md", "- **ST-027**", "- **ST-029**", 15)]
    public void Every_key_that_the_specification_names_has_a_row(string file, string from, string to, int least)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Spec", file));
        var section = text[text.IndexOf(from, StringComparison.Ordinal)..text.IndexOf(to, StringComparison.Ordinal)];
        var keys = KeyNames().Matches(section).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(keys.Count >= least, $"{keys.Count} keys found");
        Assert.Equal([], keys.Where(key => ContextKeyTable.Of(key).Name.Length == 0));
        Assert.Equal([], MultivaluedNames().Matches(section).Select(m => m.Groups[1].Value)
            .Where(key => key.StartsWith("aws:", StringComparison.Ordinal) && ContextKeyTable.Of(key).Shape != ContextKeyShape.Multivalued));
    }

    [Fact, Rule("EV-013")]
    public void A_key_that_the_principal_decides_is_never_the_hosts() =>
        Assert.All(
            ContextKeyTable.Keys.Where(row => row.Name.StartsWith("aws:Principal", StringComparison.Ordinal)),
            row => Assert.True(ContextKey.Of(row.Name.ToUpperInvariant()).IsOfCaller, row.Name));

    [Theory, Rule("ST-027")]
    [InlineData("aws:Ec2InstanceSourceVpc", ContextKeyOwner.Session)]
    [InlineData("AWS:ec2instancesourceprivateipv4", ContextKeyOwner.Session)]
    [InlineData("identitystore:UserId", ContextKeyOwner.Session)]
    [InlineData("SAML:aud", ContextKeyOwner.Session)]
    [InlineData("accounts.google.com:sub", ContextKeyOwner.Session)]
    [InlineData("aws:PrincipalTag/team", ContextKeyOwner.Session)]
    [InlineData("aws:PrincipalThatIsYetToCome", ContextKeyOwner.Session)]
    [InlineData("aws:CalledVia", ContextKeyOwner.Service)]
    [InlineData("aws:RequestTag/team", ContextKeyOwner.Operation)]
    [InlineData("aws:SourceIp", ContextKeyOwner.Host)]
    [InlineData("documents:state", ContextKeyOwner.Host)]
    public void A_key_has_one_owner_in_any_letter_case(string name, ContextKeyOwner owner) => Assert.Equal(owner, ContextKey.Of(name).Owner);

    [Fact, Rule("VA-220")]
    public void The_validators_global_keys_have_the_same_shape()
    {
        var known = GlobalKeys.All.Select(key => (Entry: new KeyEntry(key), Row: ContextKeyTable.Of(key.Name))).Where(k => k.Row.Shape != ContextKeyShape.Unknown).ToList();

        Assert.True(known.Count > 40);
        Assert.All(known, k => Assert.Equal(k.Row.Shape == ContextKeyShape.Multivalued, k.Entry.IsArray));
        Assert.Equal([], ContextKeyTable.Keys.Select(row => row.Name).Where(name => name.StartsWith("aws:", StringComparison.Ordinal))
            .Except(GlobalKeys.All.Select(key => key.Name), StringComparer.OrdinalIgnoreCase));
    }

    [GeneratedRegex("`((?:aws|sts|ec2|identitystore|saml):[A-Za-z0-9/*]+)[^`]*`")]
    private static partial Regex KeyNames();

    [GeneratedRegex(@"`([a-z]+:[A-Za-z0-9]+)` \(multivalued")]
    private static partial Regex MultivaluedNames();
}
