using System.Text;
using IamCore.Policies.Parsing;

namespace IamCore.Policies.Tests.Documents;

/// <summary>PL-210: each warning, its place, and its near misses. <c>¦</c> marks where each warning is expected, in order.</summary>
[Rule("PL-210")]
public sealed class WarningTests
{
    [Theory]
    [InlineData("\"Action\":¦[],\"Resource\":\"*\"", "EmptyList $.Statement[0].Action")]
    [InlineData("\"Action\":\"*\",\"Resource\":¦[]", "EmptyList $.Statement[0].Resource")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"Bool\":{\"a:b\":¦[]}}", "EmptyList $.Statement[0].Condition.Bool[\"a:b\"]")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":¦{}", "EmptyCondition $.Statement[0].Condition")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"Bool\":¦{}}", "EmptyCondition $.Statement[0].Condition.Bool")]
    [InlineData("\"Sid\":¦\"\",\"Action\":\"*\",\"Resource\":\"*\"", "EmptySid $.Statement[0].Sid")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::ÿ¦Ā\"", "Charset $.Statement[0].Resource")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"Bool\":{\"a:¦中\":\"true\"}}", "Charset $.Statement[0].Condition.Bool[\"a:中\"]")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{¦\"ForAnyValue:Null\":{\"a:b\":\"true\"}}", "NullWithSetOperator $.Statement[0].Condition[\"ForAnyValue:Null\"]")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"ForAllValues:StringEquals\":{¦\"aws:TagKeys\":\"x\"}}", "ForAllValuesWithAllow $.Statement[0].Condition[\"ForAllValues:StringEquals\"][\"aws:TagKeys\"]")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"ForAnyValue:StringEquals\":{¦\"AWS:sourceip\":\"x\"}}", "SetOperatorOnSingleValuedKey $.Statement[0].Condition[\"ForAnyValue:StringEquals\"][\"AWS:sourceip\"]")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"ForAnyValue:StringEquals\":{¦\"aws:ResourceTag/x\":\"x\"}}", "SetOperatorOnSingleValuedKey $.Statement[0].Condition[\"ForAnyValue:StringEquals\"][\"aws:ResourceTag/x\"]")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{¦\"aws:tagkeys\":\"x\"}}", "MissingSetOperator $.Statement[0].Condition.StringEquals[\"aws:tagkeys\"]")]
    [InlineData("¦\"NotAction\":\"a:b\",\"Resource\":\"*\"", "AllowNotAction $.Statement[0].NotAction")]
    [InlineData("\"Action\":\"*\",¦\"NotResource\":\"*\"", "AllowNotResource $.Statement[0].NotResource")]
    [InlineData("\"Action\":[\"s3:get*\",¦\"s3:GetObject\",¦\"S3:Get*\",\"ec2:*\"],\"Resource\":\"*\"", "RedundantEntry $.Statement[0].Action[1]", "RedundantEntry $.Statement[0].Action[2]")]
    [InlineData("\"Action\":[¦\"s3:x\",\"*\",¦\"ec2:*\"],\"Resource\":\"*\"", "RedundantEntry $.Statement[0].Action[0]", "RedundantEntry $.Statement[0].Action[2]")]
    [InlineData("\"Action\":\"*\",\"Resource\":[¦\"arn:aws:s3:::b/c/*\",\"arn:aws:s3:::b*\",¦\"arn:aws:s3:::b/?\"]", "RedundantEntry $.Statement[0].Resource[0]", "RedundantEntry $.Statement[0].Resource[2]")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"StringLike\":{\"a:b\":[\"x\",\"X\",¦\"x\",\"x*\"]}}", "RedundantEntry $.Statement[0].Condition.StringLike[\"a:b\"][2]")]
    public void A_warning_in_an_Allow_of_an_identity_policy(string members, params string[] expected) =>
        Check(PolicyType.Identity, "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\"," + members + "}]}", expected);

    [Theory] // near misses
    [InlineData("\"Sid\":\"A\",\"Action\":[\"s3:Get*\",\"s3:*t\",\"s3:?et*\"],\"Resource\":[\"arn:aws:s3:::b/*\",\"arn:aws:s3:::b\",\"arn:aws:s3:::B/c\"]")]
    [InlineData("\"Action\":\"*\",\"Resource\":[\"arn:aws:sqs:*\",\"arn:aws:sqs:eu-west-1:111122223333:q\"]")] // a star before the sixth field ends at its colon
    [InlineData("\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::ÿ\\u4e2d\"")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"ForAllValues:StringEquals\":{\"aws:TagKeys\":\"x\"},\"Null\":{\"AWS:TagKeys\":\"False\"}}")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"ForAnyValue:StringEquals\":{\"aws:TagKeys\":\"x\"},\"Null\":{\"aws:TagKeys\":true}}")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"ForAnyValue:StringEquals\":{\"docs:labels\":\"x\"},\"StringEquals\":{\"aws:SourceIp\":\"x\"}}")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::${aws:username}\"")]
    public void No_warning_in_an_Allow_of_an_identity_policy(string members) =>
        Check(PolicyType.Identity, "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\"," + members + "}]}");

    [Theory]
    [InlineData("\"Null\":{\"aws:TagKeys\":[\"true\",\"false\"]}")]
    [InlineData("\"Null\":{\"aws:TagKeys\":true}")]
    public void A_Null_that_may_hold_for_an_absent_key_does_not_guard_ForAllValues(string isNull) => Check(
        PolicyType.Identity,
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"ForAllValues:StringEquals\":{¦\"aws:TagKeys\":\"x\"}," + isNull + "}}}",
        "ForAllValuesWithAllow $.Statement.Condition[\"ForAllValues:StringEquals\"][\"aws:TagKeys\"]");

    [Fact]
    public void A_Deny_is_not_warned_of_what_makes_an_Allow_wide() => Check(
        PolicyType.Identity,
        """{"Statement":{"Effect":"Deny","NotAction":"a:b","NotResource":"*","Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":"x"}}}}""");

    [Theory] // PL-021
    [InlineData("\"Version\":\"2008-10-17\",")]
    [InlineData("")]
    public void A_variable_under_the_older_version_is_text(string version) => Check(
        PolicyType.Identity,
        "{" + version + "\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":[\"*\",¦¦\"arn:aws:s3:::${a}\"],\"Condition\":{\"StringEquals\":{\"a:b\":¦\"${a}\"}}}}",
        "VariableInOldVersion $.Statement.Resource[1]",
        "RedundantEntry $.Statement.Resource[1]",
        "VariableInOldVersion $.Statement.Condition.StringEquals[\"a:b\"]");

    [Theory] // PL-041
    [InlineData("\"Principal\":¦\"*\"", "$.Statement.Principal")]
    [InlineData("\"Principal\":{\"AWS\":¦\"*\"},\"Condition\":¦{}", "$.Statement.Principal.AWS", "EmptyCondition $.Statement.Condition")]
    [InlineData("\"Principal\":{\"Service\":[],\"AWS\":[\"111122223333\",\"*\"]},\"Condition\":{\"Bool\":{\"a:b\":true}}", "")]
    [InlineData("\"Principal\":{\"AWS\":\"111122223333\"}", "")]
    public void A_trust_policy_that_trusts_everyone_is_warned_of(string members, string path, string? more = null)
    {
        if (path.Length == 0)
        {
            // The principals left out are warned of for other reasons, which is another test's.
            var document = PolicyDocument.Parse("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\"," + members + "}}", PolicyType.Trust);
            Assert.DoesNotContain(document.GetWarnings().AsSpan().ToArray(), w => w.Code == PolicyWarningCode.WildcardPrincipalInTrust);
            return;
        }

        Check(
            PolicyType.Trust,
            "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\"," + members + "}}",
            more is null ? [$"WildcardPrincipalInTrust {path}"] : [$"WildcardPrincipalInTrust {path}", more]);
    }

    [Theory] // PL-048
    [InlineData("¦{}", "EmptyList $.Statement.Principal")]
    [InlineData("{\"AWS\":¦[],\"Service\":\"a.b\"}", "EmptyList $.Statement.Principal.AWS")]
    [InlineData("{\"AWS\":[\"111122223333\",¦\"111122223333\"]}", "RedundantEntry $.Statement.Principal.AWS[1]")]
    [InlineData("{\"Service\":¦\"a.b\",\"AWS\":[\"*\",¦\"111122223333\"]}", "RedundantEntry $.Statement.Principal.Service", "RedundantEntry $.Statement.Principal.AWS[1]")]
    public void A_warning_of_principals(string principal, params string[] expected) =>
        Check(PolicyType.Resource, "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Principal\":" + principal + "}}", expected);

    [Fact]
    public void Warnings_of_a_document_in_a_file_stand_in_the_file()
    {
        var text = "{\"Statement\":[\n{\"Effect\":\"Deny\",\"Action\":[],\"Resource\":\"*\"}]}"u8;
        Assert.True(PolicyReader.TryRead(text, PolicyType.Identity, new SourceOrigin("$.policies.identity[0]", 7, 20), out var document, out _));
        var warning = Assert.Single(document.GetWarnings());
        Assert.Equal("W-EmptyList $.policies.identity[0].Statement[0].Action (8,27): Action is empty", warning.ToString());
    }

    [Fact]
    public void A_long_list_under_a_long_name_costs_what_the_document_costs()
    {
        var document = PolicyDocument.Parse(
            "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"a:" + new string('b', 400_000) + "\":["
            + string.Join(',', Enumerable.Repeat("\"x\"", 100_000)) + "]}}}}", PolicyType.Identity);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(99_999, document.GetWarnings().Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    private static void Check(PolicyType type, string marked, params string[] expected)
    {
        var places = new List<string>();
        var text = new StringBuilder();
        foreach (var c in marked)
        {
            if (c == '¦')
            {
                places.Add($"W-{expected.ElementAtOrDefault(places.Count)} (1,{text.Length + 1})");
            }
            else
            {
                text.Append(c);
            }
        }

        Assert.Equal(expected.Length, places.Count);
        Assert.Equal(places, PolicyDocument.Parse(text.ToString(), type).GetWarnings().Select(w => $"W-{w.Code} {w.Path} ({w.Line},{w.Column})"));
    }
}
