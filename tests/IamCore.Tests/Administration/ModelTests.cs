using FsCheck;
using FsCheck.Fluent;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

/// <summary>Random sequences of operations against a plain model of the rules: equal outcomes, and invariants after each step (ID-043 to ID-060, ID-182, ID-256).</summary>
public sealed class ModelTests
{
    private const int GroupsPerUser = 2;
    private const int AttachedPerUser = 2;
    private const int Users = 3;
    private const int Versions = 3;

    [Fact]
    public void Sequences_of_operations_do_what_the_rules_say() =>
        Prop.ForAll(Operations(), sequence => RunAsync(sequence).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(40));

    /// <summary>Concurrent operations come out as some order of them would: here each pair in both orders.</summary>
    [Fact]
    public void Concurrent_operations_are_equivalent_to_some_order() =>
        Prop.ForAll(Operations(), ((int, int, int)[] sequence) => RaceAsync(sequence).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(8));

    private static Arbitrary<(int Kind, int A, int B)[]> Operations() =>
        (from kind in Gen.Choose(0, 15) from a in Gen.Choose(0, 3) from b in Gen.Choose(0, 3) select (kind, a, b)).ArrayOf().ToArbitrary();

    private static async Task RunAsync((int Kind, int A, int B)[] sequence)
    {
        var d = await NewDirectoryAsync();
        var model = new Model();
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
        var model = new Model();
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

    private static Task<TestDirectory> NewDirectoryAsync() => TestDirectory.NewAsync(new()
    {
        Quotas = QuotaTable.Default.With(Quota.GroupsPerUser, GroupsPerUser).With(Quota.AttachedPoliciesPerUser, AttachedPerUser)
            .With(Quota.UsersPerAccount, Users).With(Quota.VersionsPerPolicy, Versions),
    });

    private static async Task<string> ExecuteAsync(TestDirectory d, (int Kind, int A, int B) operation)
    {
        var (kind, a, b) = operation;
        var (user, group, policy) = ($"u{a}", $"g{b}", $"P{b}");
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
                default: await d.DoAsync(new DeleteUserWithDependencies(user)); break;
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
        var names = policies.ToDictionary(p => p.Policy.PolicyId, p => p.Policy.PolicyName);
        return string.Join('\n',
        [
            .. users.Select(u => Model.Line(u.Name, u.Groups.Select(id => groups[id]), u.AttachedPolicies.Select(k => names[k.Id]), u.PermissionsBoundary is { } k ? names[k.Id] : null)).Order(StringComparer.Ordinal),
            .. groups.Values.Order(StringComparer.Ordinal),
            .. policies.Select(p => $"{p.Policy.PolicyName} {p.Policy.DefaultVersionId} {string.Join(',', p.Versions.Select(v => v.VersionId))}").Order(StringComparer.Ordinal),
        ]);
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

        foreach (var policy in (await d.DoAsync(new ListPolicies { Scope = PolicyScope.Local })).Items)
        {
            Assert.NotNull(policy.Policy!.DefaultVersion);
            Assert.InRange(policy.Policy.Versions.Count, 1, Versions);
        }
    }

    /// <summary>The rules of ID-083 to ID-163 for these operations, as plainly as they can be said.</summary>
    private sealed class Model
    {
        private readonly SortedDictionary<string, User> _users = new(StringComparer.Ordinal);
        private readonly SortedSet<string> _groups = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, Stored> _policies = new(StringComparer.Ordinal);

        public static string Line(string name, IEnumerable<string> groups, IEnumerable<string> policies, string? boundary) =>
            $"{name} {string.Join(',', groups.Order(StringComparer.Ordinal))} {string.Join(',', policies.Order(StringComparer.Ordinal))} {boundary}";

        public Model Copy()
        {
            var copy = new Model();
            foreach (var (name, user) in _users)
            {
                copy._users[name] = new() { Groups = [.. user.Groups], Policies = [.. user.Policies], Boundary = user.Boundary };
            }

            copy._groups.UnionWith(_groups);
            foreach (var (name, policy) in _policies)
            {
                copy._policies[name] = new() { Next = policy.Next, Default = policy.Default, Versions = [.. policy.Versions] };
            }

            return copy;
        }

        public string Apply((int Kind, int A, int B) operation)
        {
            var (userName, group, policyName) = ($"u{operation.A}", $"g{operation.B}", $"P{operation.B}");
            var user = _users.GetValueOrDefault(userName);
            var policy = _policies.GetValueOrDefault(policyName);
            switch (operation.Kind)
            {
                case 0: return user is not null ? "EntityAlreadyExists" : _users.Count == Users ? "LimitExceeded" : Done(() => _users[userName] = new());
                case 1: return user is null ? "NoSuchEntity" : user.Policies.Count + user.Groups.Count > 0 ? "DeleteConflict" : Done(() => _users.Remove(userName));
                case 2: return _groups.Contains(group) ? "EntityAlreadyExists" : Done(() => _groups.Add(group));
                case 3: return !_groups.Contains(group) ? "NoSuchEntity" : _users.Values.Any(u => u.Groups.Contains(group)) ? "DeleteConflict" : Done(() => _groups.Remove(group));
                case 4:
                    return user is null || !_groups.Contains(group) ? "NoSuchEntity" : user.Groups.Contains(group) ? "done"
                        : user.Groups.Count == GroupsPerUser ? "LimitExceeded" : Done(() => user.Groups.Add(group));
                case 5: return user is null || !user.Groups.Contains(group) ? "NoSuchEntity" : Done(() => user.Groups.Remove(group));
                case 6: return policy is not null ? "EntityAlreadyExists" : Done(() => _policies[policyName] = new());
                case 7:
                    return policy is null ? "NoSuchEntity"
                        : policy.Versions.Count > 1 || _users.Values.Any(u => u.Policies.Contains(policyName) || u.Boundary == policyName) ? "DeleteConflict"
                        : Done(() => _policies.Remove(policyName));
                case 8:
                    return user is null || policy is null ? "NoSuchEntity" : user.Policies.Contains(policyName) ? "done"
                        : user.Policies.Count == AttachedPerUser ? "LimitExceeded" : Done(() => user.Policies.Add(policyName));
                case 9: return user is null || !user.Policies.Contains(policyName) ? "NoSuchEntity" : Done(() => user.Policies.Remove(policyName));
                case 10: return policy is null ? "NoSuchEntity" : policy.Versions.Count == Versions ? "LimitExceeded" : Done(policy.AddVersion);
                case 11:
                    var version = operation.A + 1;
                    return policy is null || !policy.Versions.Contains(version) ? "NoSuchEntity" : policy.Default == version ? "DeleteConflict" : Done(() => policy.Versions.Remove(version));
                case 12: return user is null || policy is null ? "NoSuchEntity" : Done(() => user.Boundary = policyName);
                case 13: return user?.Boundary is null ? "NoSuchEntity" : Done(() => user.Boundary = null);
                case 14:
                    var name = $"u{operation.B}";
                    return user is null ? "NoSuchEntity" : name == userName ? "done" : _users.ContainsKey(name) ? "EntityAlreadyExists"
                        : Done(() =>
                        {
                            _users.Remove(userName);
                            _users[name] = user;
                        });
                default: return user is null ? "NoSuchEntity" : Done(() => _users.Remove(userName));
            }
        }

        public override string ToString() => string.Join('\n',
        [
            .. _users.Select(u => Line(u.Key, u.Value.Groups, u.Value.Policies, u.Value.Boundary)), .. _groups,
            .. _policies.Select(p => $"{p.Key} v{p.Value.Default} {string.Join(',', p.Value.Versions.Select(v => $"v{v}"))}"),
        ]);

        private static string Done(Action change)
        {
            change();
            return "done";
        }

        private sealed class User
        {
            public HashSet<string> Groups { get; init; } = [];

            public HashSet<string> Policies { get; init; } = [];

            public string? Boundary { get; set; }
        }

        private sealed class Stored
        {
            public int Next { get; set; } = 2;

            public int Default { get; set; } = 1;

            public List<int> Versions { get; init; } = [1];

            public void AddVersion()
            {
                Default = Next++;
                Versions.Add(Default);
            }
        }
    }
}
