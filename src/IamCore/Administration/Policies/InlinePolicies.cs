using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Operations on an identity's list of inline policies (ID-048, ID-220).</summary>
internal static class InlinePolicies
{
    /// <summary>Returns the list with a policy added or replaced, in ordinal order of the names.</summary>
    public static ValueList<InlinePolicy> With(ValueList<InlinePolicy> policies, InlinePolicy policy) =>
        [.. Without(policies, policy.Name).Append(policy).OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>Returns the list without a policy.</summary>
    public static IEnumerable<InlinePolicy> Without(ValueList<InlinePolicy> policies, string name) =>
        ((IEnumerable<InlinePolicy>)policies).Where(p => p.Name != name);

    /// <summary>Returns the policy of that name; null if there is none.</summary>
    public static InlinePolicy? Find(IamIdentity identity, string name) =>
        ((IEnumerable<InlinePolicy>)identity.InlinePolicies).FirstOrDefault(p => p.Name == name);

    /// <summary>Returns the policy of that name, or throws <c>NoSuchEntity</c>.</summary>
    public static InlinePolicy Get(IamIdentity identity, string name, string rule) => Find(identity, name)
        ?? throw new IamException(IamErrorCode.NoSuchEntity, $"The {identity.ObjectKind.ToString().ToLowerInvariant()} policy with name {name} cannot be found.", rule);

    /// <summary>Returns the total size of all policies except those that only deny an identity everything (ID-092, ID-220).</summary>
    public static int SizeOf(ValueList<InlinePolicy> policies) =>
        ((IEnumerable<InlinePolicy>)policies).Sum(p => CutOffPolicies.IsOne(p) ? 0 : p.Document.Size);
}
