using IamCore.Administration;
using IamCore.Administration.Composites;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Tags;
using IamCore.Administration.Users;
using IamCore.Model;
using IamCore.Policies;

namespace IamCore.Cli.Directories;

/// <summary>What must be done so that an account is as a file wants it: policies first, then groups, users and roles, each in the order of the file.</summary>
internal sealed class DirectoryPlan(StoredState stored)
{
    /// <summary>The trust policy of a role until all whom it trusts are there; never seen, since all is committed together.</summary>
    private const string NobodyYet = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}}""";

    private readonly Dictionary<string, string> _newPolicies = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _lines = [];
    private readonly List<WantedFault> _faults = [];
    private readonly HashSet<string> _laterRoles = new(StringComparer.Ordinal);
    private readonly List<Action> _trusts = [];

    /// <summary>The operations.</summary>
    public CommandSequence Commands { get; private set; } = new();

    /// <summary>The operations as people read them, in order.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>What the file wants that cannot be.</summary>
    public IReadOnlyList<WantedFault> Faults => _faults;

    public static DirectoryPlan Of(WantedState wanted, StoredState stored)
    {
        var plan = new DirectoryPlan(stored);
        foreach (var policy in wanted.Policies)
        {
            plan._newPolicies[policy.Name] = stored.ArnOf($"policy{policy.Path ?? "/"}{policy.Name}");
        }

        foreach (var policy in wanted.Policies)
        {
            plan.Add(policy);
        }

        foreach (var group in wanted.Groups)
        {
            plan.Add(group);
        }

        foreach (var user in wanted.Users)
        {
            plan.Add(user);
        }

        plan._laterRoles.UnionWith(wanted.Roles.Where(role => stored.Find<IamRole>(role.Name) is null).Select(plan.ArnOf));
        foreach (var role in wanted.Roles)
        {
            plan.Add(role);
        }

        foreach (var trust in plan._trusts)
        {
            trust(); // once all roles are there, since a trust policy names only what is
        }

        return plan;
    }

    /// <summary>Deletes what the file does not want, after all else.</summary>
    public void Prune(IEnumerable<UnwantedObject> unwanted)
    {
        foreach (var o in unwanted)
        {
            foreach (var (line, add) in o.Deletion)
            {
                _lines.Add(line);
                Commands = add(Commands);
            }
        }
    }

    private void Add(WantedPolicy wanted)
    {
        if (stored.Find<ManagedPolicy>(wanted.Name) is not { } policy)
        {
            Do(
                wanted.Place,
                $"create policy {wanted.Name}",
                new CreatePolicy(wanted.Name, wanted.Document.Text) { Path = wanted.Path, Description = wanted.Description, Tags = TagsOf(wanted) });
            return;
        }

        if ((wanted.Path is not null && wanted.Path != policy.Path) || (wanted.Description is not null && wanted.Description != (policy.Description ?? "")))
        {
            Refuse(wanted.Place, $"Path and description of the policy {policy.Name} cannot change");
        }

        if (!Documents.AreSame(wanted.Document.Text, policy.DefaultVersion!.Document.ToString(), PolicyType.Identity))
        {
            if (policy.Versions.Count >= 5)
            {
                var oldest = policy.Versions.ToArray().First(v => v.VersionId != policy.DefaultVersionId).VersionId;
                Do(wanted.Place, $"delete version {oldest} of policy {policy.Name}", new DeletePolicyVersion(policy.Arn, oldest));
            }

            Do(wanted.Document.Place, $"new default version of policy {policy.Name}", new CreatePolicyVersion(policy.Arn, wanted.Document.Text, SetAsDefault: true));
        }

        Tag(wanted, policy.Tags, "policy", tags => new TagPolicy(policy.Arn, tags), keys => new UntagPolicy(policy.Arn, keys));
    }

    private void Add(WantedGroup wanted)
    {
        var group = stored.Find<IamGroup>(wanted.Name);
        if (group is null)
        {
            Do(wanted.Place, $"create group {wanted.Name}", new CreateGroup(wanted.Name) { Path = wanted.Path });
        }
        else if (wanted.Path is { } path && path != group.Path)
        {
            Do(wanted.Place, $"move group {group.Name} to {path}", new UpdateGroup(group.Name) { NewPath = path });
        }

        AddPolicies(
            wanted,
            group,
            "group",
            arn => new AttachGroupPolicy(wanted.Name, arn),
            arn => new DetachGroupPolicy(wanted.Name, arn),
            (name, text) => new PutGroupPolicy(wanted.Name, name, text),
            name => new DeleteGroupPolicy(wanted.Name, name));
    }

    private void Add(WantedUser wanted)
    {
        var user = stored.Find<IamUser>(wanted.Name);
        var boundary = Resolve(wanted.PermissionsBoundary);
        if (user is null)
        {
            Do(
                wanted.Place,
                $"create user {wanted.Name}",
                new CreateUser(wanted.Name) { Path = wanted.Path, Kind = wanted.Kind ?? UserKind.Unspecified, Tags = TagsOf(wanted), PermissionsBoundary = boundary });
        }
        else
        {
            if (wanted.Path is { } path && path != user.Path)
            {
                Do(wanted.Place, $"move user {user.Name} to {path}", new UpdateUser(user.Name) { NewPath = path });
            }

            if (wanted.Kind is { } kind && kind != user.Kind)
            {
                Refuse(wanted.Place, $"The kind of the user {user.Name} cannot change");
            }

            Bound(
                wanted, user, "user", boundary, arn => new PutUserPermissionsBoundary(user.Name, arn), new DeleteUserPermissionsBoundary(user.Name));

            Tag(wanted, user.Tags, "user", tags => new TagUser(user.Name, tags), keys => new UntagUser(user.Name, keys));
        }

        AddPolicies(
            wanted,
            user,
            "user",
            arn => new AttachUserPolicy(wanted.Name, arn),
            arn => new DetachUserPolicy(wanted.Name, arn),
            (name, text) => new PutUserPolicy(wanted.Name, name, text),
            name => new DeleteUserPolicy(wanted.Name, name));
        AddGroups(wanted, user);
    }

    private void AddGroups(WantedUser wanted, IamUser? user)
    {
        if (wanted.Groups is null)
        {
            return;
        }

        var now = (user?.Groups.ToArray() ?? []).Select(id => stored.Get<IamGroup>(new(ObjectKind.Group, id)).Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in now.Where(name => !wanted.Groups.Any(g => g.Name.Equals(name, StringComparison.OrdinalIgnoreCase))).Order(StringComparer.Ordinal))
        {
            Do(wanted.Place, $"remove user {wanted.Name} from group {name}", new RemoveUserFromGroup(name, wanted.Name));
        }

        foreach (var group in wanted.Groups.Where(g => !now.Contains(g.Name)))
        {
            Do(group.Place, $"add user {wanted.Name} to group {group.Name}", new AddUserToGroup(group.Name, wanted.Name));
        }
    }

    private void Add(WantedRole wanted)
    {
        var role = stored.Find<IamRole>(wanted.Name);
        var boundary = Resolve(wanted.PermissionsBoundary);
        if (role is null)
        {
            var isLate = _laterRoles.Any(arn => wanted.TrustPolicy.Text.Contains($"\"{arn}\"", StringComparison.Ordinal));
            _laterRoles.Remove(ArnOf(wanted));
            Do(
                wanted.Place,
                $"create role {wanted.Name}",
                new CreateRole(wanted.Name, isLate ? NobodyYet : wanted.TrustPolicy.Text)
                {
                    Path = wanted.Path, Description = wanted.Description, MaxSessionDuration = wanted.MaxSessionDuration, Tags = TagsOf(wanted), PermissionsBoundary = boundary,
                });
            if (isLate)
            {
                Trust(wanted, $"set trust policy of role {wanted.Name}");
            }
        }
        else
        {
            Change(wanted, role, boundary);
        }

        AddPolicies(
            wanted,
            role,
            "role",
            arn => new AttachRolePolicy(wanted.Name, arn),
            arn => new DetachRolePolicy(wanted.Name, arn),
            (name, text) => new PutRolePolicy(wanted.Name, name, text),
            name => new DeleteRolePolicy(wanted.Name, name));
    }

    private void Change(WantedRole wanted, IamRole role, string? boundary)
    {
        if (wanted.Path is not null && wanted.Path != role.Path)
        {
            Refuse(wanted.Place, $"The path of the role {role.Name} cannot change");
        }

        var description = wanted.Description is not null && wanted.Description != (role.Description ?? "") ? wanted.Description : null;
        var duration = wanted.MaxSessionDuration is { } seconds && seconds != role.MaxSessionDuration ? wanted.MaxSessionDuration : null;
        if (description is not null || duration is not null)
        {
            Do(wanted.Place, $"update role {role.Name}", new UpdateRole(role.Name) { Description = description, MaxSessionDuration = duration });
        }

        if (!Documents.AreSame(wanted.TrustPolicy.Text, role.TrustPolicy.ToString(), PolicyType.Trust))
        {
            Trust(wanted, $"replace trust policy of role {role.Name}");
        }

        Bound(wanted, role, "role", boundary, arn => new PutRolePermissionsBoundary(role.Name, arn), new DeleteRolePermissionsBoundary(role.Name));

        Tag(wanted, role.Tags, "role", tags => new TagRole(role.Name, tags), keys => new UntagRole(role.Name, keys));
    }

    private void Trust(WantedRole wanted, string line) =>
        _trusts.Add(() => Do(wanted.TrustPolicy.Place, line, new UpdateAssumeRolePolicy(wanted.Name, wanted.TrustPolicy.Text)));

    private string ArnOf(WantedRole wanted) => stored.ArnOf($"role{wanted.Path ?? "/"}{wanted.Name}");

    private void Bound<TEntity>(
        WantedIdentity wanted, TEntity entity, string noun, string? boundary, Func<string, IamCommand<TEntity>> put, IamCommand<TEntity> delete)
        where TEntity : IamEntity
    {
        if (wanted.PermissionsBoundary is { Name: null } && entity.PermissionsBoundary is not null)
        {
            Do(wanted.PermissionsBoundary.Place, $"remove boundary of {noun} {entity.Name}", delete);
        }
        else if (boundary is not null && boundary != stored.ArnOf(entity.PermissionsBoundary))
        {
            Do(wanted.PermissionsBoundary!.Place, $"set boundary of {noun} {entity.Name} to {boundary}", put(boundary));
        }
    }

    private void AddPolicies<TIdentity>(
        WantedIdentity wanted,
        TIdentity? identity,
        string noun,
        Func<string, IamCommand<TIdentity>> attach,
        Func<string, IamCommand<TIdentity>> detach,
        Func<string, string, IamCommand<SaveResult<TIdentity>>> put,
        Func<string, IamCommand<TIdentity>> delete)
        where TIdentity : IamIdentity
    {
        if (wanted.ManagedPolicies is { } managed)
        {
            var now = (identity?.AttachedPolicies.ToArray() ?? []).Select(key => stored.ArnOf(key)!).ToList();
            var then = managed.Select(reference => (Arn: Resolve(reference), reference.Place)).Where(p => p.Arn is not null).ToList();
            foreach (var arn in now.Where(arn => !then.Any(p => p.Arn == arn)))
            {
                Do(wanted.Place, $"detach {arn} from {noun} {wanted.Name}", detach(arn));
            }

            foreach (var (arn, place) in then.Where(p => !now.Contains(p.Arn!)))
            {
                Do(place, $"attach {arn} to {noun} {wanted.Name}", attach(arn!));
            }
        }

        if (wanted.InlinePolicies is { } inline)
        {
            var now = (identity?.InlinePolicies.ToArray() ?? []).ToDictionary(p => p.Name, p => p.Document.ToString(), StringComparer.Ordinal);
            foreach (var name in now.Keys.Where(name => !inline.ContainsKey(name)))
            {
                Do(wanted.Place, $"delete inline policy {name} of {noun} {wanted.Name}", delete(name));
            }

            foreach (var (name, document) in inline.Where(p => !now.TryGetValue(p.Key, out var text) || !Documents.AreSame(p.Value.Text, text, PolicyType.Identity)))
            {
                Do(document.Place, $"put inline policy {name} of {noun} {wanted.Name}", put(name, document.Text));
            }
        }
    }

    private void Tag<TTag, TUntag>(
        WantedObject wanted, ValueList<Tag> now, string noun, Func<ValueList<Tag>, IamCommand<TTag>> tag, Func<ValueList<string>, IamCommand<TUntag>> untag)
    {
        if (wanted.Tags is null)
        {
            return;
        }

        var gone = now.ToArray().Select(t => t.Key).Where(key => !wanted.Tags.ContainsKey(key)).ToList();
        if (gone.Count > 0)
        {
            Do(wanted.Place, $"untag {noun} {wanted.Name}: {string.Join(", ", gone)}", untag([.. gone]));
        }

        var added = wanted.Tags.Where(t => !now.Contains(new Tag(t.Key, t.Value))).Select(t => new Tag(t.Key, t.Value)).ToList();
        if (added.Count > 0)
        {
            Do(wanted.Place, $"tag {noun} {wanted.Name}: {string.Join(", ", added.Select(t => $"{t.Key}={t.Value}"))}", tag([.. added]));
        }
    }

    private static ValueList<Tag> TagsOf(WantedObject wanted) => [.. (wanted.Tags ?? new Dictionary<string, string>()).Select(t => new Tag(t.Key, t.Value))];

    /// <summary>The ARN of a policy that a file names: an ARN, a policy of the file or the account, or a predefined one.</summary>
    private string? Resolve(WantedReference? reference)
    {
        if (reference?.Name is not { } name)
        {
            return null;
        }

        var arn = name.StartsWith("arn:", StringComparison.Ordinal) ? name
            : stored.Find<ManagedPolicy>(name)?.Arn ?? _newPolicies.GetValueOrDefault(name) ?? stored.FindPredefined(name);
        if (arn is null)
        {
            Refuse(reference.Place, $"There is no policy \"{name}\"");
        }

        return arn;
    }

    private void Do<TResult>(string place, string line, IamCommand<TResult> command)
    {
        _lines.Add(line);
        Commands = Commands.Then(command, place);
    }

    private void Refuse(string place, string message)
    {
        var parts = place.Split(',');
        _faults.Add(new(
            int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), message));
    }
}
