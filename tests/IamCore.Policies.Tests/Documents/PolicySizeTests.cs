namespace IamCore.Policies.Tests.Documents;

[Rule("PL-190")]
public sealed class PolicySizeTests
{
    [Theory] // PL-190
    [InlineData("""{"Statement":[]}""", 16, 16)]
    [InlineData(" { \"Statement\" :\t[\r\n] }\n", 24, 16)]
    [InlineData("""{"Id":"a b","Statement":[]}""", 27, 26)]
    [InlineData("""{"Id":"\u0041","Statement":[]}""", 30, 30)]
    [InlineData("""{"Id":"é😀","Statement":[]}""", 26, 26)]
    [InlineData("\uFEFF{\"Statement\":[]}", 16, 16)]
    public void Characters_of_the_text_as_written_are_counted(string text, int all, int withoutWhiteSpace)
    {
        var document = PolicyDocument.Parse(text, PolicyType.Resource);
        Assert.Equal(new PolicySize(all, withoutWhiteSpace), PolicySize.Of(document));
    }

    [Theory] // PL-190
    [InlineData(PolicyType.Identity, 6_144, SizeCounting.WithoutWhiteSpace)]
    [InlineData(PolicyType.PermissionsBoundary, 6_144, SizeCounting.WithoutWhiteSpace)]
    [InlineData(PolicyType.Session, 2_048, SizeCounting.All)]
    [InlineData(PolicyType.Trust, 2_048, SizeCounting.WithoutWhiteSpace)]
    [InlineData(PolicyType.ServiceControl, 5_120, SizeCounting.All)]
    [InlineData(PolicyType.ResourceControl, 5_120, SizeCounting.All)]
    [InlineData(PolicyType.Resource, 20_480, SizeCounting.Bytes)]
    [InlineData(PolicyType.VpcEndpoint, 20_480, SizeCounting.Bytes)]
    public void Each_type_has_its_limit(PolicyType type, int max, SizeCounting counting) =>
        Assert.Equal(new PolicySizeLimit(max, counting), PolicySizeLimit.Of(type));

    [Fact] // PL-190
    public void Limits_of_several_documents_together()
    {
        Assert.Equal(new PolicySizeLimit(2_048, SizeCounting.WithoutWhiteSpace), PolicySizeLimit.InlineOfUser);
        Assert.Equal(new PolicySizeLimit(5_120, SizeCounting.WithoutWhiteSpace), PolicySizeLimit.InlineOfGroup);
        Assert.Equal(new PolicySizeLimit(10_240, SizeCounting.WithoutWhiteSpace), PolicySizeLimit.InlineOfRole);
        Assert.Equal(new PolicySizeLimit(8_192, SizeCounting.WithoutWhiteSpace), PolicySizeLimit.RaisedTrust);
    }

    [Theory] // PL-190, at the limit and one beyond
    [InlineData(5_120, 10, true)]
    [InlineData(5_121, 10, false)]
    [InlineData(5_121, 0, false)]
    public void White_space_counts_for_a_control_policy(int size, int spaces, bool fits)
    {
        var text = $$"""{"Version":"2012-10-17","Statement":[{{new string(' ', spaces)}}{"Sid":"","Effect":"Deny","Action":"*","Resource":"*"}]}""";
        text = text.Replace("\"Sid\":\"\"", $"\"Sid\":\"{new string('a', size - text.Length)}\"", StringComparison.Ordinal);
        var fault = PolicySizeLimit.Control.Check(PolicyDocument.Parse(text, PolicyType.ServiceControl));
        Assert.Equal(
            fits ? null : "PolicyTooLarge $ (1,1): The serviceControl policy has 5121 characters; at most 5120 are allowed",
            fault?.ToString());
    }

    [Fact] // PL-190
    public void Inline_policies_are_counted_together_and_without_white_space()
    {
        const string Start = "{\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\",\"Sid\":\"";
        const string End = "\"}]}";
        var text = Start + new string('a', 1_024 - Start.Length - End.Length) + End;
        var half = PolicyDocument.Parse(text + new string(' ', 3_000), PolicyType.Identity);
        var more = PolicyDocument.Parse(text.Replace("aaa", "aaaa", StringComparison.Ordinal), PolicyType.Identity);

        Assert.Null(PolicySizeLimit.InlineOfUser.Check(half, half));
        Assert.Equal(PolicyFaultCode.PolicyTooLarge, PolicySizeLimit.InlineOfUser.Check(half, more)?.Code);
    }

    [Fact] // PL-190
    public void Bytes_are_counted_for_a_resource_policy() =>
        Assert.Equal(30, PolicySizeLimit.Resource.Measure(PolicyDocument.Parse("""{"Id":"é😀","Statement":[]}""", PolicyType.Resource)));
}
