using System.Collections.Immutable;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Generation;

/// <summary>Makes a failing case small: leaves out one part after the other as long as it still fails.</summary>
internal static class Shrinker
{
    /// <summary>A case that fails and from which nothing more can be left out.</summary>
    public static GeneratedCase Shrink(GeneratedCase failing, Func<GeneratedCase, bool> fails)
    {
        while (Smaller(failing).FirstOrDefault(fails) is { } smaller)
        {
            failing = smaller;
        }

        return failing;
    }

    /// <summary>Every case that lacks one part, the large parts first.</summary>
    public static IEnumerable<GeneratedCase> Smaller(GeneratedCase given)
    {
        foreach (var policies in SmallerPolicies(given.Policies))
        {
            yield return given with { Policies = policies };
        }

        foreach (var request in SmallerRequests(given.Request))
        {
            yield return given with { Request = request };
        }
    }

    private static IEnumerable<GeneratedPolicies> SmallerPolicies(GeneratedPolicies policies) =>
        Sets(policies.Identity).Select(s => policies with { Identity = s })
            .Concat(List(policies.PermissionsBoundary, Documents).Select(l => policies with { PermissionsBoundary = l }))
            .Concat(List(policies.Session, Documents).Select(l => policies with { Session = l }))
            .Concat(List(policies.Resource, Documents).Select(l => policies with { Resource = l }))
            .Concat(Sets(policies.ServiceControl).Select(s => policies with { ServiceControl = s }))
            .Concat(Sets(policies.ResourceControl).Select(s => policies with { ResourceControl = s }))
            .Concat(List(policies.VpcEndpoint, Documents).Select(l => policies with { VpcEndpoint = l }));

    private static IEnumerable<ImmutableArray<ImmutableArray<GeneratedPolicy>>> Sets(ImmutableArray<ImmutableArray<GeneratedPolicy>> sets) =>
        List(sets, set => List(set, Documents));

    private static IEnumerable<GeneratedPolicy> Documents(GeneratedPolicy policy)
    {
        foreach (var statements in List(policy.Statements, Statements))
        {
            yield return policy with { Statements = statements };
        }

        if (policy.Name is not null)
        {
            yield return policy with { Name = null };
        }
    }

    private static IEnumerable<GeneratedStatement> Statements(GeneratedStatement statement)
    {
        if (statement.Sid is not null)
        {
            yield return statement with { Sid = null };
        }

        if (statement.Conditions is { } conditions)
        {
            yield return statement with { Conditions = null };
            foreach (var fewer in List(conditions, c => List(c.Values, Text).Select(v => c with { Values = v })))
            {
                yield return statement with { Conditions = fewer };
            }
        }

        foreach (var entries in Principals(statement.Principal))
        {
            yield return statement with { Principal = entries };
        }

        foreach (var entries in Principals(statement.NotPrincipal))
        {
            yield return statement with { NotPrincipal = entries };
        }

        foreach (var entries in Entries(statement.Action))
        {
            yield return statement with { Action = entries };
        }

        foreach (var entries in Entries(statement.NotAction))
        {
            yield return statement with { NotAction = entries };
        }

        foreach (var entries in Entries(statement.Resource))
        {
            yield return statement with { Resource = entries };
        }

        foreach (var entries in Entries(statement.NotResource))
        {
            yield return statement with { NotResource = entries };
        }
    }

    /// <summary>Lists of entries are not emptied: that would be another rule.</summary>
    private static IEnumerable<ImmutableArray<string>?> Entries(ImmutableArray<string>? entries) =>
        entries is { Length: > 1 } list ? List(list, Text).Select(l => (ImmutableArray<string>?)l) : [];

    private static IEnumerable<GeneratedPrincipal> Principals(GeneratedPrincipal? principal) =>
        principal is { Entries.Length: > 1 } ? List(principal.Entries, _ => []).Select(e => principal with { Entries = e }) : [];

    private static IEnumerable<string> Text(string text) => [];

    private static IEnumerable<ReferenceRequest> SmallerRequests(ReferenceRequest request)
    {
        for (var i = 0; i < request.Context.Count; i++)
        {
            yield return request with { Context = [.. request.Context.Where((_, j) => j != i)] };
            var (key, value) = request.Context[i];
            for (var v = 0; value.IsArray && v < value.Texts.Count; v++)
            {
                var fewer = new SuppliedValue(true, [.. value.Texts.Where((_, j) => j != v)]);
                yield return request with { Context = [.. request.Context.Select((c, j) => j == i ? KeyValuePair.Create(key, fewer) : c)] };
            }
        }

        if (request.ResourceAccount is not null)
        {
            yield return request with { ResourceAccount = null };
        }

        if (request.IsDeclaredStrict)
        {
            yield return request with { IsDeclaredStrict = false };
        }
    }

    /// <summary>The list without its first half, without its second, without each item, then with each item smaller.</summary>
    private static IEnumerable<ImmutableArray<T>> List<T>(ImmutableArray<T> items, Func<T, IEnumerable<T>> smaller)
    {
        if (items.Length > 3)
        {
            yield return items[(items.Length / 2)..];
            yield return items[..(items.Length / 2)];
        }

        for (var i = 0; i < items.Length; i++)
        {
            yield return items.RemoveAt(i);
        }

        for (var i = 0; i < items.Length; i++)
        {
            foreach (var item in smaller(items[i]))
            {
                yield return items.SetItem(i, item);
            }
        }
    }
}
