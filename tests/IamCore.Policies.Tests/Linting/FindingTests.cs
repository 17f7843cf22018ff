using System.Text;
using System.Text.Json;
using IamCore.Policies.Linting;
using IamCore.Policies.Validation;

namespace IamCore.Policies.Tests.Linting;

/// <summary>The shape of findings: order, messages, places, suppression, and AWS's answer (VA-010 to VA-017).</summary>
public sealed class FindingTests
{
    private const string Policy = """{"Version":"2012-10-17","Statement":{"Effect":"allow","Action":["s3:Zz*","iam:Get*","iam:GetUser"],"Resource":"*"}}""";

    [Fact] // VA-016
    public void Findings_stand_in_the_order_of_their_places_then_types() =>
        Assert.Equal(
            ["INVALID_EFFECT", "INVALID_ACTION", "REDUNDANT_ACTION"],
            PolicyValidator.Validate(Policy, LintOptions.Of(PolicyType.Identity)).Select(f => f.Code));

    [Theory] // VA-002
    [InlineData("INVALID_ACTION", "INVALID_EFFECT REDUNDANT_ACTION")]
    [InlineData("INVALID_ACTION@$.Statement.Action[0]", "INVALID_EFFECT REDUNDANT_ACTION")]
    [InlineData("INVALID_ACTION@$.Statement.Action[?]", "INVALID_EFFECT REDUNDANT_ACTION")]
    [InlineData("INVALID_ACTION@$.Statement[*", "IAMCORE_UNUSED_SUPPRESSION INVALID_EFFECT INVALID_ACTION REDUNDANT_ACTION")]
    [InlineData("invalid_action", "IAMCORE_UNUSED_SUPPRESSION INVALID_EFFECT INVALID_ACTION REDUNDANT_ACTION")]
    public void A_suppression_drops_a_code_or_is_itself_told(string suppression, string codes) =>
        Assert.Equal(
            codes.Split(' '), PolicyValidator.Validate(Policy, LintOptions.Of(PolicyType.Identity) with { Suppress = [suppression] }).Select(f => f.Code));

    [Fact] // VA-017
    public void Long_values_lose_their_middle()
    {
        var name = "docs:" + new string('x', 300);
        var finding = Assert.Single(PolicyValidator.Validate(
            $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"{{{name}}}","Resource":"*"}}""", LintOptions.Of(PolicyType.Identity)));
        Assert.Equal(name, finding.Arguments["action"]);
        Assert.Contains("\"docs:" + new string('x', 54) + "…" + new string('x', 59) + "\"", finding.Message, StringComparison.Ordinal);
    }

    [Theory] // VA-012: UTF-16 code units, a mark at the start not counted, \r and \r\n end lines
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void Places_count_code_units(string start)
    {
        var text = "{\"Version\":\"2012-10-17\",\r\n\"Statement\":[{\"Sid\":\"é😀\",\r\"Effect\":\"allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";
        foreach (var findings in new[]
        {
            PolicyValidator.Validate(start + text, new ValidationOptions(PolicyType.Identity)),
            PolicyValidator.Validate(Encoding.UTF8.GetBytes(start + text), new ValidationOptions(PolicyType.Identity)),
        })
        {
            var sid = text.IndexOf("\"é", StringComparison.Ordinal);
            Assert.Equal(new TextPoint(2, 20, sid), findings[0].Span.Start);
            Assert.Equal(new TextPoint(2, 25, sid + 5), findings[0].Span.End);
            Assert.Equal(new TextPoint(3, 9, text.IndexOf("\"allow", StringComparison.Ordinal)), findings[1].Span.Start);
            Assert.Equal((3, 10), (findings[1].Line, findings[1].Column));
        }
    }

    [Fact] // VA-001
    public void A_parsed_document_has_the_findings_of_its_text()
    {
        const string Text = """{"Version":"2008-10-17","Statement":{"Effect":"Allow","Action":["s3:Get*","s3:GetObject"],"Resource":"*"}}""";
        var options = LintOptions.Of(PolicyType.Resource);
        Assert.Equal(
            PolicyValidator.Validate(Text, LintOptions.Of(PolicyType.Identity)), PolicyValidator.Validate(PolicyDocument.Parse(Text, PolicyType.Identity), options));
    }

    [Fact] // VA-003
    public void A_resource_policy_of_a_role_is_a_trust_policy()
    {
        const string Text = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"s3:GetObject"}}""";
        var options = new ValidationOptions(PolicyType.Resource) { ResourceType = "AWS::IAM::AssumeRolePolicyDocument" };
        Assert.Equal("UNSUPPORTED_ACTION_IN_POLICY", Assert.Single(PolicyValidator.Validate(Text, options)).Code);
    }

    [Fact] // VA-013, VA-014
    public void The_answer_of_AWS_has_paths_of_keys_indexes_values_and_substrings()
    {
        const string Text = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"arn:nope:s3:::b","Condition":{"Bool":{"aws:Nope":"true"}}}]}""";
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            FindingJson.Write(PolicyValidator.Validate(Text, LintOptions.Of(PolicyType.Identity) with { LearnMoreBase = "https://example/#" }), writer);
        }

        using var answer = JsonDocument.Parse(stream.ToArray());
        var findings = answer.RootElement.GetProperty("findings").EnumerateArray().ToArray();
        Assert.Equal(
            ["""[{"key":"Statement"},{"index":0},{"key":"Resource"},{"substring":{"start":4,"length":4}}]""", """[{"key":"Statement"},{"index":0},{"key":"Condition"},{"key":"Bool"},{"value":"aws:Nope"}]"""],
            findings.Select(f => f.GetProperty("locations")[0].GetProperty("path").GetRawText()));
        Assert.Equal("https://example/#access-analyzer-reference-policy-checks-error-invalid-partition", findings[0].GetProperty("learnMoreLink").GetString());
    }

    [Fact] // VA-301: each kind of inline policy against its own quota
    public void An_inline_policy_counts_with_the_others_of_its_owner()
    {
        const string Text = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""";
        bool Fires(PolicyQuotas quotas) => PolicyValidator.Validate(Text, new ValidationOptions(PolicyType.Identity) { Quotas = quotas }).Count > 0;
        Assert.False(Fires(new PolicyQuotas { Attachment = PolicyAttachment.InlineUser, OtherInlinePolicies = 2048 - Text.Length }));
        Assert.True(Fires(new PolicyQuotas { Attachment = PolicyAttachment.InlineUser, OtherInlinePolicies = 2049 - Text.Length }));
        Assert.False(Fires(new PolicyQuotas { Attachment = PolicyAttachment.InlineRole, OtherInlinePolicies = 2049 - Text.Length }));
        Assert.True(Fires(new PolicyQuotas { Attachment = PolicyAttachment.InlineGroup, OtherInlinePolicies = 5121 - Text.Length }));
    }
}
