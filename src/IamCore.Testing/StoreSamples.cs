using IamCore.Model;

namespace IamCore.Testing;

/// <summary>Objects for the store suites. A store does not validate them, so they need not make sense.</summary>
internal static class StoreSamples
{
    public static AccountId Here { get; } = AccountId.Parse("111122223333");

    public static AccountId There { get; } = AccountId.Parse("000000000042");

    private static readonly DateTimeOffset Day = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    public static IamUser User(string name, string path = "/", AccountId? account = null) => new()
    {
        Id = $"AIDA{(account ?? Here)}{name.ToUpperInvariant()}",
        Account = account ?? Here,
        Name = name,
        Path = path,
        CreateDate = Day,
    };

    public static IamGroup Group(string name) => new() { Id = $"AGPA{name.ToUpperInvariant()}", Account = Here, Name = name, CreateDate = Day };

    public static ManagedPolicy Policy(string name) => new()
    {
        Id = $"ANPA{name.ToUpperInvariant()}",
        Account = Here,
        Name = name,
        CreateDate = Day,
        UpdateDate = Day,
        DefaultVersionId = "v1",
        NextVersion = 2,
        Versions = [new("v1", new("""{"Version": "2012-10-17"}"""), Day)],
    };

    public static IamUser In(this IamUser user, params IamGroup[] groups) => user with { Groups = [.. groups.Select(g => g.Id)] };

    public static T With<T>(this T identity, params ManagedPolicy[] policies)
        where T : IamIdentity => identity with { AttachedPolicies = [.. policies.Select(p => p.Key)] };

    /// <summary>One object of each kind with every member set, ordered so that references point to earlier objects.</summary>
    public static IReadOnlyList<DirectoryObject> OneOfEach()
    {
        var text = new PolicyText("{ \"Version\" : \"2012-10-17\",\r\n\t\"Statement\": [], \"Id\": \"\\u00e9 é + <'>\" }");
        var odd = new PolicyText(" not { a policy \"");
        ValueList<Tag> tags = [new("Cost Center", "42"), new("team", "")];
        var control = new ControlPolicy
        {
            Id = "p-12345678", OrganizationId = "o-1234567890", Name = "Guard", Description = "d", Type = PolicyType.ServiceControl, Document = text,
        };
        ValueList<ObjectKey> controls = [new(ObjectKind.PredefinedPolicy, "any/Thing"), control.Key];
        var organization = new Organization
        {
            Id = "o-1234567890", Name = "Root", RootId = "r-abcd", ManagementAccount = There, CreateDate = Day, ServiceControlPolicies = controls,
            DelegatedAdministrator = Here, RootCredentialsManagement = true, RootSessions = true,
            ResourceControlPolicies = [new(ObjectKind.PredefinedPolicy, "any/Other")],
        };
        var unit = new OrganizationalUnit { Id = "ou-abcd-12345678", Name = "Unit", Parent = organization.Key, ServiceControlPolicies = controls };
        var account = new IamAccount
        {
            Id = Here.ToString(), Name = "Main", Email = "Root@Example.com", Alias = "main", Partition = "aws-cn", CanonicalUserId = new('a', 64),
            CreateDate = Day, Status = AccountStatus.Suspended, Parent = unit.Key, RootUsageGuard = RootUsageGuard.RequireMfa,
            PasswordPolicy = new() { MinimumPasswordLength = 12, RequireNumbers = true, MaxPasswordAge = 90, PasswordReusePrevention = 24, HardExpiry = true },
            ServiceControlPolicies = controls,
        };
        var policy = Policy("Policy") with
        {
            Description = "d", Path = "/p/", Partition = "aws-cn", Tags = tags, DefaultVersionId = "v2", NextVersion = 3,
            Versions = [new("v1", text, Day), new("v2", odd, Day.AddDays(1).AddTicks(1))],
        };
        var group = Group("Group") with { InlinePolicies = [new("a", text), new("b", odd)] };
        var user = User("User", "/u/").In(group).With(policy) with
        {
            Kind = UserKind.Workload, Tags = tags, PermissionsBoundary = policy.Key, InlinePolicies = [new("a", text)],
        };
        var role = new IamRole
        {
            Id = "AROAROLE", Account = Here, Name = "Role", Path = "/r/", CreateDate = Day, TrustPolicy = text, Description = "", MaxSessionDuration = 7200,
            Owner = RoleOwner.Service, PermissionsBoundary = new(ObjectKind.PredefinedPolicy, "job/Any"), Tags = tags,
            AttachedPolicies = [policy.Key, new(ObjectKind.PredefinedPolicy, "Any")],
        };
        return
        [
            control, organization, unit, account, policy, group, user, role,
            new InstanceProfile { Id = "AIPAPROFILE", Account = Here, Name = "Profile", Path = "/i/", CreateDate = Day, RoleId = role.Id, Tags = tags },
            new OidcProvider
            {
                Id = "OIDCPROVIDER", Account = Here, Name = "idp.example.com/Path", CreateDate = Day, ClientIds = ["a", "b"],
                Thumbprints = [new('0', 40)], Tags = tags,
            },
            new SamlProvider
            {
                Id = "SAMLPROVIDER", Account = Here, Name = "Idp", CreateDate = Day, Metadata = "<a b=\"c\">\r\n</a>", ValidUntil = Day.AddYears(1), Tags = tags,
                InstanceId = "ssoins-0123456789abcdef",
            },
            new LoginProfile
            {
                Id = Here.ToString(), Owner = account.Key, Account = Here, CreateDate = Day, PasswordHash = "$a$b", PasswordVersion = 3, PasswordLastChanged = Day,
                PasswordResetRequired = true, PasswordLastUsed = Day, FormerPasswords = ["$c", "$d"],
            },
            new AccessKey
            {
                Id = "AKIA1", Owner = account.Key, Account = Here, CreateDate = Day, SealedSecret = "c2VhbGVk", Status = CredentialStatus.Active, LastRotated = Day,
                LastUsedDate = Day, LastUsedRegion = "us-east-1", LastUsedService = "docs", DeleteAfter = Day,
            },
            new MfaDevice
            {
                Id = "MFA1", Account = Here, Name = "phone", CreateDate = Day, Type = MfaDeviceType.Virtual, SerialNumber = "arn:aws-cn:iam::111122223333:mfa/p/phone",
                Path = "/p/", Owner = account.Key, EnableDate = Day, SealedSeed = "c2VhbGVk", Totp = new(-2, 58_000_000), WrongCodes = 3, Tags = tags,
                Fido = new() { CredentialId = "Y3JlZA", PublicKey = "a2V5", SignCounter = 7, Aaguid = "aa", Certification = "L1" },
            },
            new SpentToken { Id = "ASIA1", Account = Here, Expiration = Day },
            new SshPublicKey
            {
                Id = "APKA1", Account = Here, Owner = user.Key, CreateDate = Day, Body = "ssh-rsa AAAA", Fingerprint = "00:11", KeyHash = "ab", Status = CredentialStatus.Active,
            },
            new ServiceSpecificCredential
            {
                Id = "ACCA1", Account = Here, Owner = user.Key, CreateDate = Day, ServiceName = "git.example.com", ServiceUserName = "User-at-here", PasswordHash = "hash",
                Status = CredentialStatus.Active, Expiration = Day.AddDays(1),
            },
            new SigningCertificate
            {
                Id = "CERT1", Account = Here, Owner = user.Key, CreateDate = Day, LastRotated = Day, Body = "-----BEGIN", Thumbprint = "cd", Status = CredentialStatus.Active,
            },
            new ServerCertificate
            {
                Id = "ASCA1", Account = Here, Name = "site", Path = "/tls/", CreateDate = Day, Body = "-----BEGIN", Chain = "-----BEGIN", SealedPrivateKey = "c2VhbGVk",
                Expiration = Day.AddDays(90), LastOpenedDate = Day, LastOpenedFor = "web", Tags = tags,
            },
            new CredentialReport { Id = Here.ToString(), Account = Here, Content = "user,arn\n", GeneratedTime = Day },
            new WorkloadAssociation { Id = "iip-assoc-1", Account = Here, WorkloadId = "Worker-1", ProfileId = "AIPAPROFILE", CreateDate = Day },
            new RoleDeletionTask
            {
                Id = "task/aws-service-role/a.example.com/Role/1", Account = Here, RoleName = "Role", RoleId = role.Id, Status = RoleDeletionStatus.Failed,
                Reason = "in use", Resources = ["arn:aws:a::1:b"], CreateDate = Day,
            },
            .. OfIdentityCenter(account, role, tags, text),
        ];
    }

    private static DirectoryObject[] OfIdentityCenter(IamAccount account, IamRole role, ValueList<Tag> tags, PolicyText text)
    {
        const string Id = "ssoins-0123456789abcdef";
        var group = new DirectoryGroup
        {
            Id = "group-1", Account = Here, InstanceId = Id, DisplayName = "Crew é", Description = "d", ExternalIds = [new("scim", "g1")], CreateDate = Day,
        };
        var user = new DirectoryUser
        {
            Id = "user-1", Account = Here, InstanceId = Id, UserName = "Zoë", DisplayName = "Z", Name = new("Zoë", "Z"), Email = "z@example.com",
            ExternalIds = [new("scim", "u1")], Attributes = [new("enterprise.department", "Sales")], Status = DirectoryUserStatus.Enabled, Groups = [group.Id], CreateDate = Day,
        };
        var set = new PermissionSet
        {
            Id = "ps-0123456789abcdef", Account = Here, InstanceId = Id, Name = "Readers", Partition = "aws-cn", Description = "d", SessionSeconds = 7200, RelayState = "/home",
            Tags = tags, ManagedPolicies = [new(ObjectKind.PredefinedPolicy, "Any")], CustomerPolicies = [new("Own", "/p/")], InlinePolicy = text,
            ManagedBoundary = new(ObjectKind.PredefinedPolicy, "job/Any"), CustomerBoundary = new("Limit"), Version = 3, CreateDate = Day,
        };
        var provisioned = new ProvisionedPermissionSet
        {
            Id = ProvisionedPermissionSet.KeyOf(set.Id, Here).Id, Account = Here, InstanceId = Id, PermissionSetId = set.Id, TargetAccount = account.AccountId,
            RoleId = role.Id, ProviderId = "SAMLPROVIDER", Version = 2, CreateDate = Day,
        };
        return
        [
            new IdentityCenterInstance
            {
                Id = Id, Account = Here, Partition = "aws-cn", OrganizationId = "o-1234567890", IdentityStoreId = "d-0123456789", Name = "Center", CreateDate = Day,
                HomeRegion = "eu-west-1", PortalUrl = "https://portal.example.com/", IdentitySource = IdentitySource.ExternalProvider, MfaMode = PortalMfaMode.Always,
                MissingDevice = MissingDevice.EmailOtp, MfaTypes = PortalMfaTypes.SecurityKeys, AllowUserDeviceManagement = false, PortalSessionSeconds = 900,
                AutoProvision = false, AccessControlAttributes = [new("Team", "${path:enterprise.department}")],
            },
            group, user, set, provisioned,
            new AccountAssignment
            {
                Id = AccountAssignment.KeyOf(user.Key, set.Id, Here).Id, Account = Here, InstanceId = Id, Principal = user.Key, PermissionSetId = set.Id,
                TargetAccount = Here, CreateDate = Day,
            },
            new AssignmentRequest
            {
                Id = "request-1", Account = Here, InstanceId = Id, Type = AssignmentRequestType.Create, Status = AssignmentRequestStatus.Failed, FailureReason = "why",
                PermissionSetId = set.Id, TargetAccount = Here, Principal = group.Key, CreateDate = Day,
            },
            new DirectoryLogin
            {
                Id = user.Id, Account = Here, InstanceId = Id, PasswordHash = "$a$b", Version = 4, PasswordLastChanged = Day, PasswordResetRequired = true,
                FormerPasswords = ["$c"], TrustedContexts = ["ab"], CreateDate = Day,
            },
            new PortalDevice
            {
                Id = "device-1", Account = Here, InstanceId = Id, UserId = user.Id, Type = MfaDeviceType.Virtual, DeviceName = "phone", EnableDate = Day, SealedSeed = "c2VhbGVk",
                Totp = new(1, 58_000_000), Fido = new() { CredentialId = "Y3JlZDI", PublicKey = "a2V5", SignCounter = 7 }, CreateDate = Day,
            },
        ];
    }
}
