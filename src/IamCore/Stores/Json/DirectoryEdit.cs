using IamCore.Model;
using IamCore.Policies.Linting;

namespace IamCore.Stores.Json;

/// <summary>Turns an edit by hand into a change set.</summary>
internal static class DirectoryEdit
{
    /// <summary>What leads from one state to another, whatever revisions the other carries.</summary>
    /// <param name="current">The state in use.</param>
    /// <param name="edited">The state wanted.</param>
    /// <param name="acceptance">Which documents the edit may bring in; <see langword="null"/> for all that can be read.</param>
    /// <param name="problems">Documents in the changed objects that cannot be read or are not accepted; with any, the edit is not to be used.</param>
    /// <param name="findings">What else is doubtful about the documents that the edit brings in.</param>
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

    /// <summary>Asks the validator about the documents that were not there before.</summary>
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
