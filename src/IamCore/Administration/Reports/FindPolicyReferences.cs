using IamCore.Model;
using IamCore.Policies.Values;

namespace IamCore.Administration.Reports;

/// <summary>
/// Finds every stored statement of the account that names an object in <c>Principal</c>, <c>Resource</c> or a condition value. Use it to
/// see
/// what is affected before an object is renamed or deleted (ID-228).
/// </summary>
/// <param name="Target">The ARN or unique id of the object.</param>
public sealed record FindPolicyReferences(string Target) : IamQuery<ValueList<PolicyMention>>
{
    /// <inheritdoc />
    public override string Action => "iamcore:FindPolicyReferences";

    internal override void Validate(ParameterCheck check)
    {
        if (check.Require(!string.IsNullOrEmpty(Target), nameof(Target), "is required", "ID-228"))
        {
            check.Length(Target, nameof(Target), 1, 2048, "ID-228");
        }
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        work.CheckAsync(new() { Action = Action, Resource = Arn.TryParse(Target, out _) ? Target : "*" });

    internal override async ValueTask<ValueList<PolicyMention>> ApplyAsync(AdministrationWork work)
    {
        var names = await NamesAsync(work).ConfigureAwait(false);
        var found = new List<PolicyMention>();
        foreach (var kind in (ObjectKind[])[ObjectKind.User, ObjectKind.Group, ObjectKind.Role])
        {
            foreach (var identity in await work.AllAsync<IamIdentity>(kind).ConfigureAwait(false))
            {
                if (identity is IamRole role)
                {
                    found.AddRange(MentionsIn(identity.Arn, "trust policy", role.TrustPolicy, PolicyType.Trust, names));
                }

                foreach (var inline in (IEnumerable<InlinePolicy>)identity.InlinePolicies)
                {
                    found.AddRange(MentionsIn(identity.Arn, inline.Name, inline.Document, PolicyType.Identity, names));
                }
            }
        }

        foreach (var policy in await work.AllAsync<ManagedPolicy>(ObjectKind.ManagedPolicy).ConfigureAwait(false))
        {
            foreach (var version in (IEnumerable<PolicyVersion>)policy.Versions)
            {
                found.AddRange(MentionsIn(policy.Arn, version.VersionId, version.Document, PolicyType.Identity, names));
            }
        }

        return [.. found];
    }

    /// <summary>Returns the ARN and the id of the object if it exists; otherwise, what was passed.</summary>
    private async ValueTask<HashSet<string>> NamesAsync(AdministrationWork work)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { Target };
        if (await new ResolveUniqueId(Target).ApplyAsync(work).ConfigureAwait(false) is { } resolved)
        {
            names.Add(resolved.Arn);
        }
        else if (Principal.TryParse(Target, out var principal) && principal.Account == work.AccountId && principal.Kind is PrincipalKind.User or PrincipalKind.Role)
        {
            var kind = principal.Kind == PrincipalKind.User ? NamedKind.User : NamedKind.Role;
            if (await kind.FindAsync<IamEntity>(work, principal.Name!).ConfigureAwait(false) is { } entity && entity.Arn == Target)
            {
                names.Add(entity.Id);
            }
        }

        return names;
    }

    private static IEnumerable<PolicyMention> MentionsIn(string owner, string policy, PolicyText text, PolicyType type, HashSet<string> names)
    {
        if (!text.TryRead(type, out var document, out _))
        {
            yield return new(owner, policy, 0, PolicyMentionLocation.Unreadable, text.ToString()[..Math.Min(text.ToString().Length, 80)], false);
            yield break;
        }

        for (var i = 0; i < document.Statements.Count; i++)
        {
            foreach (var (location, value) in ValuesOf(document.Statements[i]))
            {
                if (names.Contains(value))
                {
                    yield return new(owner, policy, i, location, value, false);
                }
                else if (IsPatternOf(value, location, names))
                {
                    yield return new(owner, policy, i, location, value, true);
                }
            }
        }
    }

    private static IEnumerable<(PolicyMentionLocation Location, string Value)> ValuesOf(Statement statement)
    {
        foreach (var entry in (IEnumerable<PrincipalEntry>)[.. statement.Principal?.Entries ?? [], .. statement.NotPrincipal?.Entries ?? []])
        {
            yield return (PolicyMentionLocation.Principal, entry.Value);
        }

        foreach (var resource in (IEnumerable<string>)[.. statement.Resource ?? [], .. statement.NotResource ?? []])
        {
            yield return (PolicyMentionLocation.Resource, resource);
        }

        foreach (var condition in (IEnumerable<ConditionBlock>)(statement.Condition ?? []))
        {
            foreach (var key in condition.Keys.ToArray())
            {
                foreach (var value in (IEnumerable<string>)[.. key.Values])
                {
                    yield return (PolicyMentionLocation.Condition, value);
                }
            }
        }
    }

    /// <summary>Whether a wildcard pattern covers the object; a policy variable may stand for anything.</summary>
    private static bool IsPatternOf(string value, PolicyMentionLocation location, HashSet<string> names)
    {
        if (!Glob.HasWildcard(value) && !value.Contains("${", StringComparison.Ordinal))
        {
            return false;
        }

        var pattern = WithoutVariables(value);
        return (location != PolicyMentionLocation.Condition || pattern != "*") && names.Any(name => Glob.IsMatch(pattern, name));
    }

    private static string WithoutVariables(string value)
    {
        for (var start = value.IndexOf("${", StringComparison.Ordinal); start >= 0; start = value.IndexOf("${", StringComparison.Ordinal))
        {
            var end = value.IndexOf('}', start);
            if (end < 0)
            {
                break;
            }

            value = $"{value.AsSpan(0, start)}*{value.AsSpan(end + 1)}";
        }

        return value;
    }
}
