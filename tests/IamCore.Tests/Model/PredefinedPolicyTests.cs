using IamCore.Model;
using IamCore.Policies;
using IamCore.Predefined;

namespace IamCore.Tests.Model;

public sealed class PredefinedPolicyTests
{
    private static readonly string[] Required =
    [
        "AdministratorAccess", "PowerUserAccess", "ReadOnlyAccess", "job-function/ViewOnlyAccess", "SecurityAudit", "job-function/Billing",
        "job-function/DatabaseAdministrator", "job-function/DataScientist", "job-function/NetworkAdministrator", "job-function/SupportUser",
        "job-function/SystemAdministrator", "IAMFullAccess", "IAMReadOnlyAccess", "IAMUserChangePassword", "IAMUserSSHKeys",
        "IAMSelfManageServiceSpecificCredentials", "AWSDenyAll", "root-task/IAMAuditRootUserCredentials", "root-task/IAMCreateRootUserPassword",
        "root-task/IAMDeleteRootUserCredentials", "root-task/S3UnlockBucketPolicy", "root-task/SQSUnlockQueuePolicy",
    ];

    [Fact]
    public void All_of_the_table_are_there_and_readable() // ID-151
    {
        foreach (var suffix in Required)
        {
            var policy = PredefinedPolicies.Default.Find(Arn.Parse($"arn:aws:iam::aws:policy/{suffix}"));
            Assert.NotNull(policy);
            Assert.Equal($"arn:aws-cn:iam::aws:policy/{suffix}", policy.ArnIn("aws-cn"));
            Assert.Equal(!suffix.StartsWith("root-task/", StringComparison.Ordinal), policy.IsAttachable);
        }

        foreach (var policy in (IEnumerable<PredefinedPolicy>)PredefinedPolicies.Default.All)
        {
            Assert.True(policy.TextIn("aws").TryRead(policy.Type, out _, out var faults), $"{policy.Name}: {string.Join(' ', faults)}");
        }
    }

    [Theory]
    [InlineData("AdministratorAccess", "anything:Do", "*", "Allow")]
    [InlineData("PowerUserAccess", "s3:GetObject", "*", "Allow")]
    [InlineData("PowerUserAccess", "iam:CreateUser", "*", "ImplicitDeny")]
    [InlineData("PowerUserAccess", "iam:CreateServiceLinkedRole", "*", "Allow")]
    [InlineData("PowerUserAccess", "organizations:DescribeOrganization", "*", "Allow")]
    [InlineData("PowerUserAccess", "account:CloseAccount", "*", "ImplicitDeny")]
    [InlineData("ReadOnlyAccess", "iam:GetUser", "*", "Allow")]
    [InlineData("ReadOnlyAccess", "docs:GetDocument", "*", "Allow")] // the host's own service, see Services below
    [InlineData("ReadOnlyAccess", "iam:DeleteUser", "*", "ImplicitDeny")]
    [InlineData("ReadOnlyAccess", "other:GetIt", "*", "ImplicitDeny")]
    [InlineData("job-function/ViewOnlyAccess", "docs:ListDocuments", "*", "Allow")]
    [InlineData("job-function/ViewOnlyAccess", "docs:GetDocument", "*", "ImplicitDeny")]
    [InlineData("SecurityAudit", "docs:GetBucketPolicyStatus", "*", "Allow")]
    [InlineData("SecurityAudit", "docs:GetDocument", "*", "ImplicitDeny")]
    [InlineData("SecurityAudit", "iam:GetUser", "*", "Allow")]
    [InlineData("job-function/Billing", "billing:GetBill", "*", "ImplicitDeny")]
    [InlineData("IAMFullAccess", "iam:DeleteUser", "*", "Allow")]
    [InlineData("IAMFullAccess", "organizations:ListRoots", "*", "Allow")]
    [InlineData("IAMFullAccess", "organizations:LeaveOrganization", "*", "ImplicitDeny")]
    [InlineData("IAMReadOnlyAccess", "iam:SimulatePrincipalPolicy", "*", "Allow")]
    [InlineData("IAMReadOnlyAccess", "iam:DeleteUser", "*", "ImplicitDeny")]
    [InlineData("IAMUserChangePassword", "iam:ChangePassword", "arn:aws:iam::111122223333:user/bob", "Allow")]
    [InlineData("IAMUserChangePassword", "iam:ChangePassword", "arn:aws:iam::111122223333:user/x/bob", "Allow")]
    [InlineData("IAMUserChangePassword", "iam:ChangePassword", "arn:aws:iam::111122223333:user/ann", "ImplicitDeny")]
    [InlineData("IAMUserChangePassword", "iam:GetAccountPasswordPolicy", "*", "Allow")]
    [InlineData("IAMUserSSHKeys", "iam:UploadSSHPublicKey", "arn:aws:iam::111122223333:user/bob", "Allow")]
    [InlineData("IAMUserSSHKeys", "iam:UploadSSHPublicKey", "arn:aws:iam::111122223333:user/x/bob", "ImplicitDeny")]
    [InlineData("IAMSelfManageServiceSpecificCredentials", "iam:ResetServiceSpecificCredential", "arn:aws:iam::111122223333:user/bob", "Allow")]
    [InlineData("AWSDenyAll", "s3:GetObject", "*", "ExplicitDeny")]
    [InlineData("root-task/S3UnlockBucketPolicy", "s3:PutBucketPolicy", "*", "ImplicitDeny")]
    [InlineData("root-task/S3UnlockBucketPolicy", "s3:GetObject", "*", "ExplicitDeny")]
    public void Each_has_the_effect_the_table_states(string suffix, string action, string resource, string expected) // ID-151, ST-100
    {
        var policies = PredefinedPolicies.ForServices([.. PredefinedPolicies.DefaultServices, "docs"]);
        var policy = policies.Find(Arn.Parse($"arn:aws:iam::aws:policy/{suffix}"))!;
        var set = PolicySet.Compile(PolicyDocument.Parse(policy.TextIn("aws").ToString(), PolicyType.Identity));
        var request = new AccessRequest(Principal.Parse("arn:aws:iam::111122223333:user/bob"), ActionName.Parse(action), ResourceName.Parse(resource));
        Assert.Equal(expected, PolicyEvaluator.Evaluate(in request, new() { Identity = [set] }).Decision.ToString());
    }

    [Fact]
    public void A_host_adds_its_own_and_fills_placeholders() // ID-151, ID-152
    {
        var policies = PredefinedPolicies.Default.With(
            new PredefinedPolicy { Name = "Billing", Path = "/job-function/", Document = """{"Version":"2012-10-17","Statement":[]}""", DefaultVersionId = "v2" },
            new PredefinedPolicy { Name = "Mine", Document = """{"Version":"2012-10-17","Statement":[]}""" });
        Assert.Equal("v2", policies.Find(new ObjectKey(ObjectKind.PredefinedPolicy, "job-function/Billing"))!.DefaultVersionId);
        Assert.NotNull(policies.Find(Arn.Parse("arn:aws:iam::aws:policy/Mine")));
        Assert.Equal(PredefinedPolicies.Default.All.Count + 1, policies.All.Count);
        Assert.Throws<PolicyFormatException>(() => PredefinedPolicies.Default.With(new PredefinedPolicy { Name = "X", Document = "{}" }));
        Assert.Null(PredefinedPolicies.Default.Find(Arn.Parse("arn:aws:iam::aws:policy/Mine")));
        Assert.Null(policies.Find(Arn.Parse("arn:aws:iam::111122223333:policy/Mine")));
        Assert.Null(policies.Find(Arn.Parse("arn:aws:iam::aws:policy/mine")));
    }
}
