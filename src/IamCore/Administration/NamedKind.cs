using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration;

/// <summary>How objects of a kind are named in parameters, messages and ARNs (ID-043 to ID-050, ID-068).</summary>
internal sealed record NamedKind(
    ObjectKind Kind, string Noun, string Parameter, string ArnType, int MaxLength, string Rule, Func<AccountId, string, string> KeyOf)
{
    public static NamedKind User { get; } = new(ObjectKind.User, "user", "UserName", "user", 64, "ID-043", DirectoryKeys.User);

    public static NamedKind Group { get; } = new(ObjectKind.Group, "group", "GroupName", "group", 128, "ID-044", DirectoryKeys.Group);

    public static NamedKind Role { get; } = new(ObjectKind.Role, "role", "RoleName", "role", 64, "ID-045", DirectoryKeys.Role);

    public static NamedKind InstanceProfile { get; } =
        new(ObjectKind.InstanceProfile, "instance profile", "InstanceProfileName", "instance-profile", 128, "ID-046", DirectoryKeys.InstanceProfile);

    public static NamedKind Policy { get; } = new(ObjectKind.ManagedPolicy, "policy", "PolicyName", "policy", 128, "ID-047", DirectoryKeys.ManagedPolicy);

    /// <summary>Checks the form of a name.</summary>
    public void Check(ParameterCheck check, string? name, string? parameter = null) => check.Name(name, parameter ?? Parameter, MaxLength, Rule);

    /// <summary>Returns the object of that name in the account; null if there is none.</summary>
    public ValueTask<T?> FindAsync<T>(AdministrationWork work, string name)
        where T : AccountObject => work.FindAsync<T>(KeyOf(work.AccountId, name));

    /// <summary>Returns the object of that name in the account.</summary>
    /// <exception cref="IamException"><c>NoSuchEntity</c>: there is no such object.</exception>
    public async ValueTask<T> GetAsync<T>(AdministrationWork work, string name, string rule)
        where T : AccountObject => await FindAsync<T>(work, name).ConfigureAwait(false) ?? throw IamErrors.Missing(Noun, name, rule);

    /// <summary>Rejects a name that another object of the kind already has, ignoring case.</summary>
    public async ValueTask CheckFreeAsync(AdministrationWork work, string name, string rule, ObjectKey own = default)
    {
        if (await FindAsync<AccountObject>(work, name).ConfigureAwait(false) is { } other && other.Key != own)
        {
            throw IamErrors.Taken(char.ToUpperInvariant(Noun[0]) + Noun[1..], name, rule);
        }
    }

    /// <summary>Returns the ARN that an object with this name and path would have.</summary>
    public string ArnOf(AdministrationWork work, string name, string path = "/") => work.ArnOf($"{ArnType}{path}{name}");

    /// <summary>Returns the question whether the caller may perform an action on the object of that name (ID-239).</summary>
    public async ValueTask<AdministrationCheck> CheckOnAsync(AdministrationWork work, string action, string name)
    {
        var shown = ArnOf(work, name);
        var found = await FindAsync<AccountObject>(work, name).ConfigureAwait(false);
        return new() { Action = action, Resource = found?.Arn ?? shown, ShownResource = shown, ResourceTags = TagRules.Of(found) };
    }

    /// <summary>Returns the question whether the caller may list objects under a path prefix (ID-240).</summary>
    public AdministrationCheck CheckOnList(AdministrationWork work, string action, string? pathPrefix) =>
        new() { Action = action, Resource = work.ArnOf($"{ArnType}{pathPrefix ?? "/"}") };
}
