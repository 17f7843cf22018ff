namespace IamCore.Predefined;

/// <summary>The built-in predefined policies (ID-151).</summary>
internal static class BuiltInPolicies
{
    private const string OwnUser = "arn:P:iam::*:user/${aws:username}";

    public static IEnumerable<PredefinedPolicy> For(ValueList<string> services) =>
    [
        Policy("AdministratorAccess", "Everything", Allow(["*"])),
        Policy("PowerUserAccess", "Everything but managing identities, the organization and the account", PowerUser()),
        Policy("ReadOnlyAccess", "Reading", Allow(ForEach(services, ["Get*", "List*", "Describe*", "BatchGet*", "View*", "Search*"]))),
        Policy("SecurityAudit", "Reading configuration and policies", Allow(
        [
            .. ForEach(services, ["Get*Policy*", "List*", "Describe*"]),
            "iam:Get*", "iam:GenerateCredentialReport", "iam:GenerateServiceLastAccessedDetails",
        ])),
        Policy("IAMFullAccess", "Managing identities", Allow(
        [
            "iam:*",
            .. ForEach(["organizations"],
            [
                "DescribeAccount", "DescribeOrganization", "DescribeOrganizationalUnit", "DescribePolicy", "ListChildren", "ListParents",
                "ListPoliciesForTarget", "ListRoots", "ListPolicies", "ListTargetsForPolicy",
            ]),
        ])),
        Policy("IAMReadOnlyAccess", "Reading identities", Allow(ForEach(["iam"],
        [
            "Get*", "List*", "GenerateCredentialReport", "GenerateServiceLastAccessedDetails", "SimulateCustomPolicy", "SimulatePrincipalPolicy",
        ]))),
        Policy("IAMUserChangePassword", "Changing one's own password", Document(
            Statement("Allow", "Action", ["iam:ChangePassword"], [OwnUser, "arn:P:iam::*:user/*/${aws:username}"]),
            Statement("Allow", "Action", ["iam:GetAccountPasswordPolicy"], ["*"]))),
        Policy("IAMUserSSHKeys", "Managing one's own SSH keys", Document(Statement("Allow", "Action", ForEach(["iam"],
            ["DeleteSSHPublicKey", "GetSSHPublicKey", "ListSSHPublicKeys", "UpdateSSHPublicKey", "UploadSSHPublicKey"]), [OwnUser]))),
        Policy("IAMSelfManageServiceSpecificCredentials", "Managing one's own credentials for single services", Document(
            Statement("Allow", "Action", ForEach(["iam"],
            [
                "CreateServiceSpecificCredential", "UpdateServiceSpecificCredential", "DeleteServiceSpecificCredential",
                "ResetServiceSpecificCredential", "ListServiceSpecificCredentials",
            ]), [OwnUser]))),
        Policy("AWSDenyAll", "Nothing, whatever else allows", Document(Statement("Deny", "Action", ["*"], ["*"]))),
        .. JobFunctions(services),
        .. RootTasks(),
        new()
        {
            Name = "p-FullAWSAccess", Path = "/service_control_policy/", Type = PolicyType.ServiceControl,
            Description = "Everything", Document = Allow(["*"]),
        },
        new()
        {
            Name = "p-RCPFullAWSAccess", Path = "/resource_control_policy/", Type = PolicyType.ResourceControl, Description = "Everything",
            Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""",
        },
    ];

    private static string PowerUser() => Document(
        Statement("Allow", "NotAction", ["iam:*", "organizations:*", "account:*"], ["*"]),
        Statement("Allow", "Action",
        [
            "account:GetAccountInformation", "account:GetGovCloudAccountInformation", "account:GetPrimaryEmail", "account:ListRegions",
            "iam:CreateServiceLinkedRole", "iam:DeleteServiceLinkedRole", "iam:ListRoles",
            "organizations:DescribeEffectivePolicy", "organizations:DescribeOrganization",
        ], ["*"]));

    private static IEnumerable<PredefinedPolicy> JobFunctions(ValueList<string> services)
    {
        const string Path = "/job-function/";
        yield return Policy("ViewOnlyAccess", "Seeing what there is", Allow(ForEach(services, ["List*", "Describe*"])), Path);
        foreach (var name in (string[])["Billing", "DatabaseAdministrator", "DataScientist", "NetworkAdministrator", "SupportUser", "SystemAdministrator"])
        {
            yield return Policy(name, "Empty until the host fills it", Document(), Path);
        }
    }

    /// <summary>The task policies of root tasks; each denies everything but the actions of its task (ST-100).</summary>
    private static IEnumerable<PredefinedPolicy> RootTasks()
    {
        yield return Task("IAMAuditRootUserCredentials", "iam",
            ["ListAccessKeys", "ListSigningCertificates", "GetLoginProfile", "ListMFADevices", "GetUser", "GetAccessKeyLastUsed", "GetAccountSummary"]);
        yield return Task("IAMCreateRootUserPassword", "iam", ["CreateLoginProfile", "GetLoginProfile"]);
        yield return Task("IAMDeleteRootUserCredentials", "iam",
        [
            "DeleteAccessKey", "DeleteSigningCertificate", "DeleteLoginProfile", "DeactivateMFADevice", "DeleteVirtualMFADevice", "ListAccessKeys",
            "ListSigningCertificates", "GetLoginProfile", "ListMFADevices", "GetUser", "GetAccessKeyLastUsed",
        ]);
        yield return Task("S3UnlockBucketPolicy", "s3", ["DeleteBucketPolicy", "PutBucketPolicy", "GetBucketPolicy", "ListAllMyBuckets"]);
        yield return Task("SQSUnlockQueuePolicy", "sqs", ["SetQueueAttributes", "GetQueueAttributes", "ListQueues", "GetQueueUrl"]);

        static PredefinedPolicy Task(string name, string service, string[] actions) => new()
        {
            Name = name,
            Path = "/root-task/",
            Description = "One task of a member account's root user",
            Document = Document(Statement("Deny", "NotAction", ForEach([service], actions), ["*"])),
            IsAttachable = false,
        };
    }

    private static PredefinedPolicy Policy(string name, string description, string document, string path = "/") =>
        new() { Name = name, Path = path, Description = description, Document = document };

    private static string Allow(IEnumerable<string> actions) => Document(Statement("Allow", "Action", actions, ["*"]));

    private static IEnumerable<string> ForEach(IEnumerable<string> services, string[] names) =>
        services.SelectMany(service => names.Select(name => $"{service}:{name}"));

    private static string Document(params string[] statements) =>
        $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";

    private static string Statement(string effect, string element, IEnumerable<string> actions, IEnumerable<string> resources) =>
        $$"""{"Effect":"{{effect}}","{{element}}":[{{Quoted(actions)}}],"Resource":[{{Quoted(resources)}}]}""";

    private static string Quoted(IEnumerable<string> texts) => string.Join(',', texts.Select(text => $"\"{text}\""));
}
