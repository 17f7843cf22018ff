using FsCheck;
using FsCheck.Fluent;
using IamCore.Administration.Composites;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.InstanceProfiles;
using IamCore.Administration.Policies;
using IamCore.Administration.Reports;
using IamCore.Administration.Roles;
using IamCore.Administration.Tags;
using IamCore.Administration.Users;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

/// <summary>Random sequences of operations against a plain model of the rules: equal outcomes, and invariants after each step (ID-043 to ID-060, ID-182, ID-256).</summary>
public sealed class ModelTests
{
    private const int GroupsPerUser = 2;
    private const int AttachedPerUser = 2;
    private const int Users = 3;
    private const int Versions = 3;
    private const int Roles = 2;
    private const int AttachedPerRole = 1;
    private const int KeysPerUser = 1;
    private const int Tags = 2;
    private const int Kinds = 32;

    [Fact]
    public void Sequences_of_operations_do_what_the_rules_say() =>
        Prop.ForAll(Operations(), sequence => RunAsync(sequence).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(60));

    /// <summary>Concurrent operations come out as some order of them would: here each pair in both orders.</summary>
    [Fact]
    public void Concurrent_operations_are_equivalent_to_some_order() =>
        Prop.ForAll(Operations(), ((int, int, int)[] sequence) => RaceAsync(sequence).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(16));

    private static Arbitrary<(int Kind, int A, int B)[]> Operations() =>
        (from kind in Gen.Choose(0, Kinds - 1) from a in Gen.Choose(0, 3) from b in Gen.Choose(0, 3) select (kind, a, b)).ArrayOf().ToArbitrary();

    private static async Task RunAsync((int Kind, int A, int B)[] sequence)
    {
        var d = await NewDirectoryAsync();
        var model = NewModel();
        foreach (var operation in sequence)
        {
            var expected = model.Apply(operation);
            Assert.Equal((operation, expected), (operation, await ExecuteAsync(d, operation)));
            Assert.Equal(model.ToString(), await ShapeAsync(d));
            await CheckInvariantsAsync(d);
        }
    }

    private static async Task RaceAsync((int Kind, int A, int B)[] sequence)
    {
        var d = await NewDirectoryAsync();
        var model = NewModel();
        var half = sequence.Length / 2;
        foreach (var operation in sequence[..half])
        {
            model.Apply(operation);
            await ExecuteAsync(d, operation);
        }

        var raced = sequence[half..].Take(4).ToArray();
        var outcomes = await Task.WhenAll(raced.Select(operation => Task.Run(() => ExecuteAsync(d, operation))));
        var shape = await ShapeAsync(d);
        await CheckInvariantsAsync(d);
        Assert.Contains(Orders(raced.Length), order =>
        {
            var one = model.Copy();
            var expected = new string[raced.Length];
            foreach (var i in order)
            {
                expected[i] = one.Apply(raced[i]);
            }

            return one.ToString() == shape && expected.SequenceEqual(outcomes);
        });
    }

    private static IEnumerable<int[]> Orders(int count) => count == 0 ? [[]]
        : Orders(count - 1).SelectMany(order => Enumerable.Range(0, count).Select(at => (int[])[.. order[..at], count - 1, .. order[at..]]));

    private static DirectoryModel NewModel() => new(GroupsPerUser, AttachedPerUser, Users, Versions, Roles, AttachedPerRole, KeysPerUser, Tags);

    private static Task<TestDirectory> NewDirectoryAsync() => TestDirectory.NewAsync(new()
    {
        Quotas = QuotaTable.Default.With(Quota.GroupsPerUser, GroupsPerUser).With(Quota.AttachedPoliciesPerUser, AttachedPerUser)
            .With(Quota.UsersPerAccount, Users).With(Quota.VersionsPerPolicy, Versions).With(Quota.RolesPerAccount, Roles)
            .With(Quota.AttachedPoliciesPerRole, AttachedPerRole).With(Quota.AccessKeysPerUser, KeysPerUser).With(Quota.TagsPerObject, Tags),
    });

    private static async Task<string> ExecuteAsync(TestDirectory d, (int Kind, int A, int B) operation)
    {
        var (kind, a, b) = operation;
        var (user, group, policy) = ($"u{a}", $"g{b}", $"P{b}");
        var (role, profile) = ($"r{a}", $"p{b}");
        var arn = Arn($"policy/{policy}");
        try
        {
            switch (kind)
            {
                case 0: await d.DoAsync(new CreateUser(user)); break;
                case 1: await d.DoAsync(new DeleteUser(user.ToUpperInvariant())); break;
                case 2: await d.DoAsync(new CreateGroup(group)); break;
                case 3: await d.DoAsync(new DeleteGroup(group)); break;
                case 4: await d.DoAsync(new AddUserToGroup(group, user)); break;
                case 5: await d.DoAsync(new RemoveUserFromGroup(group, user)); break;
                case 6: await d.DoAsync(new CreatePolicy(policy, AllowRead)); break;
                case 7: await d.DoAsync(new DeletePolicy(arn)); break;
                case 8: await d.DoAsync(new AttachUserPolicy(user, arn)); break;
                case 9: await d.DoAsync(new DetachUserPolicy(user, arn)); break;
                case 10: await d.DoAsync(new CreatePolicyVersion(arn, AllowWrite, SetAsDefault: true)); break;
                case 11: await d.DoAsync(new DeletePolicyVersion(arn, $"v{a + 1}")); break;
                case 12: await d.DoAsync(new PutUserPermissionsBoundary(user, arn)); break;
                case 13: await d.DoAsync(new DeleteUserPermissionsBoundary(user)); break;
                case 14: await d.DoAsync(new UpdateUser(user) { NewUserName = $"u{b}" }); break;
                case 15: await d.DoAsync(new DeleteUserWithDependencies(user)); break;
                case 16: await d.DoAsync(new CreateRole(role, Trust(Arn($"user/u{b}")))); break;
                case 17: await d.DoAsync(new DeleteRole(role)); break;
                case 18: await d.DoAsync(new UpdateAssumeRolePolicy(role, Trust(Arn($"user/u{b}")))); break;
                case 19: await d.DoAsync(new AttachRolePolicy(role, arn)); break;
                case 20: await d.DoAsync(new DetachRolePolicy(role, arn)); break;
                case 21: await d.DoAsync(new CreateInstanceProfile(profile)); break;
                case 22: await d.DoAsync(new DeleteInstanceProfile(profile)); break;
                case 23: await d.DoAsync(new AddRoleToInstanceProfile(profile, role)); break;
                case 24: await d.DoAsync(new RemoveRoleFromInstanceProfile(profile, role)); break;
                case 25: await d.DoAsync(new CreateAccessKey(user)); break;
                case 26: await d.DoAsync(new DeleteAccessKey((await d.DoAsync(new ListAccessKeys(user))) is [var key, ..] ? key.AccessKeyId : "AKIAAAAAAAAAAAAAAAAA", user)); break;
                case 27: await d.DoAsync(new TagUser(user, [new($"t{b}", "x")])); break;
                case 28: await d.DoAsync(new UntagUser(user, [$"T{b}"])); break;
                case 29: await d.DoAsync(new PutRolePermissionsBoundary(role, arn)); break;
                case 30: await d.DoAsync(new DeleteRolePermissionsBoundary(role)); break;
                default: await d.DoAsync(new SetDefaultPolicyVersion(arn, $"v{a + 1}")); break;
            }

            return "done";
        }
        catch (IamException refused)
        {
            return refused.Code;
        }
    }

    private static async Task<string> ShapeAsync(TestDirectory d)
    {
        var users = (await d.DoAsync(new ListUsers { IncludeDetails = true })).Items;
        var groups = (await d.DoAsync(new ListGroups())).Items.ToDictionary(g => g.Id, g => g.Name);
        var policies = (await d.DoAsync(new GetAccountAuthorizationDetails { Filter = [AuthorizationDetailKind.LocalManagedPolicy], MaxItems = 100 })).Policies;
        var roles = (await d.DoAsync(new GetAccountAuthorizationDetails { Filter = [AuthorizationDetailKind.Role], MaxItems = 100 })).Roles;
        var names = policies.ToDictionary(p => p.Policy.PolicyId, p => p.Policy.PolicyName);
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var user in (IEnumerable<IamUser>)users)
        {
            keys[user.Name] = (await d.DoAsync(new ListAccessKeys(user.Name))).Count;
        }

        var profiles = (await d.DoAsync(new ListInstanceProfiles())).Items.Select(p => p.Name).Order(StringComparer.Ordinal).ToList();
        return string.Join('\n',
        [
            .. users.Select(u => DirectoryModel.Line(
                u.Name, u.Groups.Select(id => groups[id]), u.AttachedPolicies.Select(k => names[k.Id]), NameOf(u.PermissionsBoundary), keys[u.Name], u.Tags.Select(t => t.Key)))
                .Order(StringComparer.Ordinal),
            .. groups.Values.Order(StringComparer.Ordinal),
            .. policies.Select(p => $"{p.Policy.PolicyName} {p.Policy.DefaultVersionId} {string.Join(',', p.Versions.Select(v => v.VersionId))}").Order(StringComparer.Ordinal),
            .. roles.Select(r => DirectoryModel.RoleLine(
                r.Role.Name, TrustedBy(r.Role), r.Role.AttachedPolicies.Select(k => names[k.Id]), NameOf(r.Role.PermissionsBoundary), r.InstanceProfiles)).Order(StringComparer.Ordinal),
            .. profiles,
        ]);

        string? NameOf(ObjectKey? key) => key is { } k ? names[k.Id] : null;
        static string TrustedBy(IamRole role) =>
            role.TrustPolicy.ToString().Split(":user/") is [_, var rest] ? rest[..rest.IndexOf('"', StringComparison.Ordinal)] : "nobody";
    }

    /// <summary>What must hold whatever was done: unique names, quotas, default versions, and no reference to what is gone.</summary>
    private static async Task CheckInvariantsAsync(TestDirectory d)
    {
        var users = (await d.DoAsync(new ListUsers { IncludeDetails = true })).Items;
        Assert.Equal(users.Count, users.Select(u => u.Name.ToUpperInvariant()).Distinct().Count());
        Assert.True(users.Count <= Users);
        foreach (var user in (IEnumerable<IamUser>)users)
        {
            Assert.True(user.Groups.Count <= GroupsPerUser && user.AttachedPolicies.Count <= AttachedPerUser);
            foreach (var reference in (IEnumerable<ObjectReference>)user.References)
            {
                Assert.NotNull(await d.Store.FindAsync(ObjectLocator.ByKey(reference.Target), default));
            }
        }

        foreach (var kind in (ObjectKind[])[ObjectKind.Role, ObjectKind.InstanceProfile, ObjectKind.AccessKey])
        {
            foreach (var o in (IEnumerable<DirectoryObject>)(await d.Store.ListAsync(new() { Kind = kind, Scope = Here }, default)).Items)
            {
                foreach (var reference in (IEnumerable<ObjectReference>)o.References)
                {
                    Assert.NotNull(await d.Store.FindAsync(ObjectLocator.ByKey(reference.Target), default));
                }
            }
        }

        foreach (var policy in (await d.DoAsync(new ListPolicies { Scope = PolicyScope.Local })).Items)
        {
            Assert.NotNull(policy.Policy!.DefaultVersion);
            Assert.InRange(policy.Policy.Versions.Count, 1, Versions);
        }
    }
}
