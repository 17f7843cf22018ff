namespace IamCore.Tests.Administration;

/// <summary>The rules of ID-083 to ID-163 for some operations, as plainly as they can be said; <see cref="ModelTests"/> numbers them.</summary>
internal sealed class DirectoryModel(int groupsPerUser, int attachedPerUser, int users, int versions, int roles, int attachedPerRole, int keysPerUser, int tags)
{
    private readonly SortedDictionary<string, User> _users = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _groups = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Stored> _policies = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Role> _roles = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string?> _profiles = new(StringComparer.Ordinal);
    private int _serial;

    public static string Line(string name, IEnumerable<string> groups, IEnumerable<string> policies, string? boundary, int keys, IEnumerable<string> tags) =>
        FormattableString.Invariant($"{name} {Sorted(groups)} {Sorted(policies)} {boundary} {keys} {Sorted(tags)}");

    public static string RoleLine(string name, string trusts, IEnumerable<string> policies, string? boundary, IEnumerable<string> profiles) =>
        $"{name} {trusts} {Sorted(policies)} {boundary} {Sorted(profiles)}";

    public DirectoryModel Copy()
    {
        var copy = new DirectoryModel(groupsPerUser, attachedPerUser, users, versions, roles, attachedPerRole, keysPerUser, tags) { _serial = _serial };
        foreach (var (name, user) in _users)
        {
            copy._users[name] = user with { Groups = [.. user.Groups], Policies = [.. user.Policies], Tags = [.. user.Tags] };
        }

        foreach (var (name, policy) in _policies)
        {
            copy._policies[name] = policy with { Versions = [.. policy.Versions] };
        }

        foreach (var (name, role) in _roles)
        {
            copy._roles[name] = role with { Policies = [.. role.Policies] };
        }

        foreach (var (name, role) in _profiles)
        {
            copy._profiles[name] = role;
        }

        copy._groups.UnionWith(_groups);
        return copy;
    }

    /// <summary>Does an operation; <c>done</c>, or the code of its refusal.</summary>
    public string Apply((int Kind, int A, int B) operation) => operation.Kind < 16 ? ApplyToUsers(operation) : ApplyToRoles(operation);

    public override string ToString() => string.Join('\n',
    [
        .. _users.Select(u => Line(u.Key, u.Value.Groups, u.Value.Policies, u.Value.Boundary, u.Value.Keys, u.Value.Tags)), .. _groups,
        .. _policies.Select(p => $"{p.Key} v{p.Value.Default} {string.Join(',', p.Value.Versions.Select(v => $"v{v}"))}"),
        .. _roles.Select(r => RoleLine(r.Key, NameOf(r.Value.Trusts), r.Value.Policies, r.Value.Boundary, _profiles.Where(p => p.Value == r.Key).Select(p => p.Key))), .. _profiles.Keys,
    ]);

    private string ApplyToUsers((int Kind, int A, int B) operation)
    {
        var (userName, group, policyName) = ($"u{operation.A}", $"g{operation.B}", $"P{operation.B}");
        var user = _users.GetValueOrDefault(userName);
        var policy = _policies.GetValueOrDefault(policyName);
        switch (operation.Kind)
        {
            case 0: return user is not null ? "EntityAlreadyExists" : _users.Count == users ? "LimitExceeded" : Done(() => _users[userName] = new() { Serial = ++_serial });
            case 1: return user is null ? "NoSuchEntity" : user.Policies.Count + user.Groups.Count + user.Keys > 0 ? "DeleteConflict" : Done(() => _users.Remove(userName));
            case 2: return _groups.Contains(group) ? "EntityAlreadyExists" : Done(() => _groups.Add(group));
            case 3: return !_groups.Contains(group) ? "NoSuchEntity" : _users.Values.Any(u => u.Groups.Contains(group)) ? "DeleteConflict" : Done(() => _groups.Remove(group));
            case 4:
                return user is null || !_groups.Contains(group) ? "NoSuchEntity" : user.Groups.Contains(group) ? "done"
                    : user.Groups.Count == groupsPerUser ? "LimitExceeded" : Done(() => user.Groups.Add(group));
            case 5: return user is null || !user.Groups.Contains(group) ? "NoSuchEntity" : Done(() => user.Groups.Remove(group));
            case 6: return policy is not null ? "EntityAlreadyExists" : Done(() => _policies[policyName] = new());
            case 7: return policy is null ? "NoSuchEntity" : policy.Versions.Count > 1 || IsUsed(policyName) ? "DeleteConflict" : Done(() => _policies.Remove(policyName));
            case 8:
                return user is null || policy is null ? "NoSuchEntity" : user.Policies.Contains(policyName) ? "done"
                    : user.Policies.Count == attachedPerUser ? "LimitExceeded" : Done(() => user.Policies.Add(policyName));
            case 9: return user is null || !user.Policies.Contains(policyName) ? "NoSuchEntity" : Done(() => user.Policies.Remove(policyName));
            case 10: return policy is null ? "NoSuchEntity" : policy.Versions.Count == versions ? "LimitExceeded" : Done(policy.AddVersion);
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

    private string ApplyToRoles((int Kind, int A, int B) operation)
    {
        var (roleName, profileName, policyName, tag) = ($"r{operation.A}", $"p{operation.B}", $"P{operation.B}", $"t{operation.B}");
        var user = _users.GetValueOrDefault($"u{operation.A}");
        var trusted = _users.GetValueOrDefault($"u{operation.B}");
        var role = _roles.GetValueOrDefault(roleName);
        var policy = _policies.GetValueOrDefault(policyName);
        var isProfile = _profiles.TryGetValue(profileName, out var held);
        return operation.Kind switch
        {
            16 => role is not null ? "EntityAlreadyExists" : _roles.Count == roles ? "LimitExceeded" : trusted is null ? "MalformedPolicyDocument"
                : Done(() => _roles[roleName] = new() { Trusts = trusted.Serial }),
            17 => role is null ? "NoSuchEntity" : role.Policies.Count > 0 || _profiles.ContainsValue(roleName) ? "DeleteConflict" : Done(() => _roles.Remove(roleName)),
            18 => role is null ? "NoSuchEntity" : trusted is null ? "MalformedPolicyDocument" : Done(() => role.Trusts = trusted.Serial),
            19 => role is null || policy is null ? "NoSuchEntity" : role.Policies.Contains(policyName) ? "done"
                : role.Policies.Count == attachedPerRole ? "LimitExceeded" : Done(() => role.Policies.Add(policyName)),
            20 => role is null || !role.Policies.Contains(policyName) ? "NoSuchEntity" : Done(() => role.Policies.Remove(policyName)),
            21 => isProfile ? "EntityAlreadyExists" : Done(() => _profiles[profileName] = null),
            22 => !isProfile ? "NoSuchEntity" : held is not null ? "DeleteConflict" : Done(() => _profiles.Remove(profileName)),
            23 => !isProfile || role is null ? "NoSuchEntity" : held == roleName ? "EntityAlreadyExists" : held is not null ? "LimitExceeded" : Done(() => _profiles[profileName] = roleName),
            24 => !isProfile || role is null || held != roleName ? "NoSuchEntity" : Done(() => _profiles[profileName] = null),
            25 => user is null ? "NoSuchEntity" : user.Keys == keysPerUser ? "LimitExceeded" : Done(() => user.Keys++),
            26 => user is null || user.Keys == 0 ? "NoSuchEntity" : Done(() => user.Keys--),
            27 => user is null ? "NoSuchEntity" : user.Tags.Contains(tag) ? "done" : user.Tags.Count == tags ? "LimitExceeded" : Done(() => user.Tags.Add(tag)),
            28 => user is null ? "NoSuchEntity" : Done(() => user.Tags.Remove(tag)),
            29 => role is null || policy is null ? "NoSuchEntity" : Done(() => role.Boundary = policyName),
            30 => role?.Boundary is null ? "NoSuchEntity" : Done(() => role.Boundary = null),
            _ => policy is null || !policy.Versions.Contains(operation.A + 1) ? "NoSuchEntity" : Done(() => policy.Default = operation.A + 1),
        };
    }

    private bool IsUsed(string policy) => _users.Values.Any(u => u.Policies.Contains(policy) || u.Boundary == policy) || _roles.Values.Any(r => r.Policies.Contains(policy) || r.Boundary == policy);

    /// <summary>Trust follows the user, not the name (ID-167, ID-168).</summary>
    private string NameOf(int serial) => _users.FirstOrDefault(u => u.Value.Serial == serial).Key ?? "nobody";

    private static string Sorted(IEnumerable<string> all) => string.Join(',', all.Order(StringComparer.Ordinal));

    private static string Done(Action change)
    {
        change();
        return "done";
    }

    private sealed record User
    {
        public int Serial { get; init; }

        public HashSet<string> Groups { get; init; } = [];

        public HashSet<string> Policies { get; init; } = [];

        public HashSet<string> Tags { get; init; } = [];

        public int Keys { get; set; }

        public string? Boundary { get; set; }
    }

    private sealed record Role
    {
        public int Trusts { get; set; }

        public HashSet<string> Policies { get; init; } = [];

        public string? Boundary { get; set; }
    }

    private sealed record Stored
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
