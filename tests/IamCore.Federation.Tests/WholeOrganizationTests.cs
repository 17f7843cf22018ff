using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Organizations;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Advisor;
using IamCore.Callers;
using IamCore.Federation.Tests.WebIdentity;
using IamCore.IdentityCenter;
using IamCore.IdentityCenter.Assignments;
using IamCore.IdentityCenter.Directory;
using IamCore.IdentityCenter.PermissionSets;
using IamCore.IdentityCenter.Portal;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Sessions.SignIn;

namespace IamCore.Federation.Tests;

/// <summary>An organization as published best practice has it: people by group, directory and token, machines by token, MFA where it matters, and no key of long life.</summary>
public sealed class WholeOrganizationTests
{
    private const string Other = "210987654321";
    private const string Password = "Correct-Horse-7";

    [Fact]
    public async Task SC_097_CR_114_ID_271_groups_MFA_roles_and_federation_decide_without_any_long_term_key()
    {
        using var f = await WebFixture.NewAsync(); // machines: a role for whoever the provider's tokens name
        var world = f.World;
        await world.Iam.ExecuteAsync(new CreateOrganization());
        await world.Iam.ExecuteAsync(new AddAccountToOrganization(Other));

        // People of the account, by group; what matters is a role that asks for MFA.
        await world.Iam.ExecuteAsync(new CreateGroup("Editors"));
        await world.Iam.ExecuteAsync(new PutGroupPolicy("Editors", "edit", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["docs:Read","docs:Write","sts:AssumeRole"],"Resource":"*"}]}"""));
        await world.Iam.ExecuteAsync(new CreateUser("eve") { Kind = UserKind.Human });
        await world.Iam.ExecuteAsync(new AddUserToGroup("Editors", "eve"));
        await world.Iam.ExecuteAsync(new CreateLoginProfile("eve") { Password = Password });
        await world.Iam.ExecuteAsync(new CreateRole("Publisher", $$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{{{World.Home}}}}"},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}"""));
        await world.Iam.ExecuteAsync(new PutRolePolicy("Publisher", "own", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Publish","Resource":"*"}]}"""));
        var signIn = new SignInService(world.Directory);
        var publisher = new AssumeRole($"arn:aws:iam::{World.Home}:role/Publisher", "publishing");
        var plain = (await signIn.SignInAsync(World.Home, "eve", Password)).Session!;
        await World.RefusedAsync(IamErrorCode.AccessDenied, () => world.Sts.AssumeRoleAsync(plain, publisher).AsTask());
        var device = await world.Iam.ExecuteAsync(new CreateVirtualMFADevice("phone"));
        await world.Iam.ExecuteAsync(new EnableMFADevice("eve", device.SerialNumber, Code(world, device.Base32StringSeed, -1), Code(world, device.Base32StringSeed)));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var asked = await signIn.SignInAsync(World.Home, "eve", Password);
        var eve = (await signIn.SubmitCodeAsync(asked.Handle!, device.SerialNumber, Code(world, device.Base32StringSeed))).Session!;
        var publishing = (await world.Sts.AssumeRoleAsync(eve, publisher)).Session;

        // The workforce, in another account, by the directory.
        var instance = await world.Iam.ExecuteAsync(new CreateInstance("Center"));
        var ana = await world.Iam.ExecuteAsync(new CreateDirectoryUser("ana"));
        var staff = await world.Iam.ExecuteAsync(new CreateDirectoryGroup("Staff"));
        await world.Iam.ExecuteAsync(new CreateGroupMembership(staff.Id, ana.Id));
        await world.Iam.ExecuteAsync(new SetUserPassword(ana.Id, Password));
        var set = await world.Iam.ExecuteAsync(new CreatePermissionSet("Readers"));
        await world.Iam.ExecuteAsync(new PutInlinePolicyToPermissionSet(set.Arn, World.AllowRead));
        await world.Iam.ExecuteAsync(new CreateAccountAssignment(AssignmentPrincipalType.Group, staff.Id, set.Arn, Other));
        var portal = new AccessPortal(world.Directory, instance.Arn);
        var signedIn = (await portal.SignInAsync(new("ana", Password))).Session!;
        var workforce = (await portal.GetRoleCredentialsAsync(signedIn, AccountId.Parse(Other), "Readers")).Session;
        var machine = (await f.AssumeAsync(f.Token())).Session;

        Dictionary<string, Session> callers = new(StringComparer.Ordinal) { ["eve"] = eve, ["publishing"] = publishing, ["workforce"] = workforce, ["machine"] = machine };
        var decided = new List<string>();
        foreach (var (name, caller) in callers)
        {
            foreach (var action in (string[])["docs:Read", "docs:Write", "docs:Publish", "iam:CreateUser"])
            {
                if (await world.MayAsync(caller, action))
                {
                    decided.Add($"{name} {action}");
                }
            }
        }

        Assert.Equal(["eve docs:Read", "eve docs:Write", "publishing docs:Publish", "workforce docs:Read", "machine docs:Read"], decided);
        foreach (var account in (string[])[World.Home, Other])
        {
            Assert.Equal(0, await world.Directory.Store.CountAsync(new() { Kind = ObjectKind.AccessKey, Scope = account }, default));
            Assert.DoesNotContain(
                await world.Directory.ForAccount(AccountId.Parse(account)).ExecuteAsync(new RunAdvisor()),
                finding => finding.Check is AdvisorCheck.LongTermKey or AdvisorCheck.WorkloadWithKeys or AdvisorCheck.RootAccessKey or AdvisorCheck.UserWithoutMfa or AdvisorCheck.DirectAttachment);
        }
    }

    /// <summary>The code of RFC 6238 that an authenticator app shows, some steps away from now.</summary>
    private static string Code(World world, string seed, int steps = 0)
    {
        var bits = string.Concat(seed.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] key = [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (world.Clock.GetUtcNow().ToUnixTimeSeconds() / 30) + steps);
        var hash = HMACSHA1.HashData(key, counter);
        var value = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7FFF_FFFF;
        return (value % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
