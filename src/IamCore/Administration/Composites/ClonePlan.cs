using System.Diagnostics;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>
/// The changes that cloning makes to its target, in this order: boundary, groups, managed policies, inline policies (ID-235).
/// </summary>
internal static class ClonePlan
{
    public const string Boundary = "iam:PutUserPermissionsBoundary";
    public const string Group = "iam:AddUserToGroup";
    public const string Managed = "iam:AttachUserPolicy";
    public const string Inline = "iam:PutUserPolicy";

    private static readonly string[] ReadActions =
        ["iam:ListGroupsForUser", "iam:ListAttachedUserPolicies", "iam:ListUserPolicies", "iam:GetUserPolicy", "iam:GetUser"];

    /// <summary>Checks that the caller may read everything about the source (ID-235).</summary>
    public static ValueTask AuthorizeSourceAsync(AdministrationWork work, string name) => AuthorizeAsync(work, name, ReadActions);

    /// <summary>Checks that the caller may see what a preview shows of the target (ID-236).</summary>
    public static ValueTask AuthorizeTargetAsync(AdministrationWork work, string name) =>
        AuthorizeAsync(work, name, ["iam:GetUser", "iam:ListGroupsForUser", "iam:ListAttachedUserPolicies", "iam:ListUserPolicies"]);

    /// <summary>Returns the changes after which the target's permissions include the source's (ID-230 to ID-232).</summary>
    /// <exception cref="IamException">
    /// <c>EntityAlreadyExists</c>: the target has an inline policy of the same name with different content.
    /// </exception>
    public static async ValueTask<List<CloneChange>> MakeAsync(AdministrationWork work, IamUser source, IamUser target, bool overwriteInline, bool withBoundary = true)
    {
        var changes = new List<CloneChange>();
        if (withBoundary && source.PermissionsBoundary is { } boundary && boundary != target.PermissionsBoundary)
        {
            changes.Add(new(Boundary, await ArnOfAsync(work, boundary).ConfigureAwait(false)));
        }

        foreach (var id in ((IEnumerable<string>)source.Groups).Except(target.Groups))
        {
            if (await work.FindAsync<IamGroup>(new ObjectKey(ObjectKind.Group, id)).ConfigureAwait(false) is { } group)
            {
                changes.Add(new(Group, group.Name));
            }
        }

        foreach (var key in ((IEnumerable<ObjectKey>)source.AttachedPolicies).Except(target.AttachedPolicies))
        {
            changes.Add(new(Managed, await ArnOfAsync(work, key).ConfigureAwait(false)));
        }

        foreach (var policy in (IEnumerable<InlinePolicy>)source.InlinePolicies)
        {
            var existing = InlinePolicies.Find(target, policy.Name);
            if (existing is not null && existing != policy && !overwriteInline)
            {
                throw IamErrors.Taken("Inline policy", policy.Name, "ID-232");
            }

            if (existing != policy)
            {
                changes.Add(new(Inline, policy.Name));
            }
        }

        return changes;
    }

    /// <summary>Makes the changes, each authorized and checked as the operation it is.</summary>
    public static async ValueTask ApplyAsync(AdministrationWork work, IEnumerable<CloneChange> changes, IamUser source, string target)
    {
        foreach (var (action, subject) in changes)
        {
            switch (action)
            {
                case Boundary:
                    await work.RunAsync(new PutUserPermissionsBoundary(target, subject)).ConfigureAwait(false);
                    break;
                case Group:
                    await work.RunAsync(new AddUserToGroup(subject, target)).ConfigureAwait(false);
                    break;
                case Managed:
                    await work.RunAsync(new AttachUserPolicy(target, subject)).ConfigureAwait(false);
                    break;
                case Inline:
                    var text = InlinePolicies.Get(source, subject, "ID-230").Document.ToString();
                    await work.RunAsync(new PutUserPolicy(target, subject, text)).ConfigureAwait(false);
                    break;
                default:
                    throw new UnreachableException();
            }
        }
    }

    private static async ValueTask<string> ArnOfAsync(AdministrationWork work, ObjectKey key) =>
        (await ResolvedPolicy.FindAsync(work, key).ConfigureAwait(false) ?? throw IamErrors.MissingPolicy(key.Id, "ID-230")).Arn;

    private static async ValueTask AuthorizeAsync(AdministrationWork work, string name, string[] actions)
    {
        if (!work.IsAuthorized)
        {
            return;
        }

        foreach (var action in actions)
        {
            await work.CheckAsync(await NamedKind.User.CheckOnAsync(work, action, name).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }
}
