using IamCore.Model;
using IamCore.Policies.Linting;

namespace IamCore.Stores.Json;

/// <summary>Converts a manual edit to a change set.</summary>
internal static class DirectoryEdit
{
    /// <summary>Computes the changes from one state to another, regardless of the revisions in the latter.</summary>
    /// <param name="current">The state in use.</param>
    /// <param name="edited">The state wanted.</param>
    /// <param name="acceptance">Which policy documents the edit may introduce; <see langword="null"/> for all that can be parsed.</param>
    /// <param name="problems">Documents in changed objects that cannot be parsed or are not accepted; if there are any, the edit must not
    /// be applied.</param>
    /// <param name="findings">Other findings about the documents introduced by the edit.</param>
    public static ChangeSet Between(
        DirectoryState current, DirectoryState edited, PolicyAcceptance? acceptance, out ValueList<string> problems, out ValueList<string> findings)
    {
        var doubts = new List<string>();
        var puts = new List<DirectoryObject>();
        var found = new List<string>();
        foreach (var o in edited.InListOrder)
        {
            var before = current.Find(o.Key);
            var after = o with { Revision = before?.Revision ?? 0 };
            if (after != before)
            {
                puts.Add(after);
                found.AddRange(FaultsOf(after));
                if (acceptance is not null && found.Count == 0)
                {
                    Judge(acceptance, before, after, found, doubts);
                }
            }
        }

        var deletes = current.InListOrder.Where(o => edited.Find(o.Key) is null).Select(o => new ExpectedRevision(o.Key, o.Revision));
        problems = [.. found];
        findings = [.. doubts];
        return new ChangeSet { Puts = [.. puts], Deletes = [.. deletes] };
    }

    private static IEnumerable<string> FaultsOf(DirectoryObject o)
    {
        foreach (var (place, text, type) in DocumentsOf(o))
        {
            if (!text.TryRead(type, out _, out var faults))
            {
                foreach (var fault in (IEnumerable<PolicyFault>)faults)
                {
                    yield return $"{o.ObjectKind} {o.ListName}, {place}: {fault}";
                }
            }
        }
    }

    /// <summary>Validates the documents that did not exist before.</summary>
    private static void Judge(PolicyAcceptance acceptance, DirectoryObject? before, DirectoryObject after, List<string> refused, List<string> findings)
    {
        var known = before is null ? [] : DocumentsOf(before).Select(d => d.Text).ToHashSet();
        foreach (var (place, text, type) in DocumentsOf(after))
        {
            if (!known.Contains(text) && text.TryRead(type, out var document, out _))
            {
                foreach (var finding in (IEnumerable<Finding>)acceptance.Check(document))
                {
                    (acceptance.Refuses(finding) ? refused : findings).Add($"{after.ObjectKind} {after.ListName}, {place}: {finding}");
                }
            }
        }
    }

    private static IEnumerable<(string Place, PolicyText Text, PolicyType Type)> DocumentsOf(DirectoryObject o)
    {
        if (o is IamRole role)
        {
            yield return ("trust policy", role.TrustPolicy, PolicyType.Trust);
        }

        foreach (var inline in o is IamIdentity identity ? (IEnumerable<InlinePolicy>)identity.InlinePolicies : [])
        {
            yield return ($"policy {inline.Name}", inline.Document, PolicyType.Identity);
        }

        foreach (var version in o is ManagedPolicy policy ? (IEnumerable<PolicyVersion>)policy.Versions : [])
        {
            yield return ($"version {version.VersionId}", version.Document, PolicyType.Identity);
        }

        if (o is PermissionSet { InlinePolicy: { } setPolicy })
        {
            yield return ("inline policy", setPolicy, PolicyType.Identity);
        }

        if (o is ControlPolicy control)
        {
            yield return ("document", control.Document, control.Type);
        }
    }
}
