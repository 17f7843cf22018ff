using IamCore.Administration;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.InstanceProfiles;
using IamCore.Administration.Policies;
using IamCore.Administration.Providers;
using IamCore.Administration.Roles;
using IamCore.Administration.Tags;
using IamCore.Administration.Users;
using IamCore.Tests.Administration;
using IamCore.Tests.Administration.Errors;
using static IamCore.Tests.Administration.Callers;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Seed;

/// <summary>What IAM keeps, and that who manages it is subject to it.</summary>
public sealed class ResourceSeedTests
{
    [Fact]
    public async Task SC_115_ID_008_ID_237_each_kind_of_resource_has_an_ARN_and_is_managed_by_who_may_do_so_on_that_ARN()
    {
        var d = await NewAsync(new()); // of today, since a certificate is
        (string Arn, string Action, Func<IamAdministration, Task> Read)[] all =
        [
            Of((await d.DoAsync(new CreateUser("user"))).Arn, new GetUser("user")),
            Of((await d.DoAsync(new CreateGroup("group"))).Arn, new GetGroup("group")),
            Of((await d.DoAsync(new CreateRole("role", Trust(Here)))).Value.Arn, new GetRole("role")),
            Of(await d.PolicyAsync("Policy"), new GetPolicy(Arn("policy/Policy"))),
            Of((await d.DoAsync(new CreateInstanceProfile("profile"))).Arn, new GetInstanceProfile("profile")),
            Of((await d.DoAsync(new CreateOpenIDConnectProvider("https://idp.example.com"))).Arn, new GetOpenIDConnectProvider(Arn("oidc-provider/idp.example.com"))),
            Of((await d.DoAsync(new CreateSAMLProvider("Corp", ProviderTests.Metadata()))).Arn, new GetSAMLProvider(Arn("saml-provider/Corp"))),
            Of((await d.DoAsync(new UploadServerCertificate("site", Pem.Certificate, Pem.Key))).Arn, new GetServerCertificate("site")),
            Of((await d.DoAsync(new CreateVirtualMFADevice("phone"))).SerialNumber, new ListMFADeviceTags(Arn("mfa/phone"))),
        ];
        Assert.Equal(
            ["user/user", "group/group", "role/role", "policy/Policy", "instance-profile/profile", "oidc-provider/idp.example.com", "saml-provider/Corp", "server-certificate/site", "mfa/phone"],
            all.Select(r => r.Arn[$"arn:aws:iam::{Here}:".Length..]));
        var ann = await d.UserAsync("ann");
        foreach (var (arn, action, read) in all)
        {
            await d.DoAsync(new PutUserPolicy("ann", "own", Policy("Allow", action, arn + "-other")));
            Assert.Equal(IamErrorCode.AccessDenied, (await Assert.ThrowsAsync<IamException>(() => read(ann))).ErrorCode);
            await d.DoAsync(new PutUserPolicy("ann", "own", Policy("Allow", action, arn)));
            await read(ann);
        }

        static (string, string, Func<IamAdministration, Task>) Of<T>(string arn, IamCommand<T> read) => (arn, read.Action, iam => iam.ExecuteAsync(read));
    }
}
