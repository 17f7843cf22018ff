using IamCore.Errors;
using IamCore.Model;
using IamCore.Predefined;

namespace IamCore.Administration.Policies;

/// <summary>A managed policy, customer managed or predefined, resolved from an ARN or an attachment.</summary>
internal sealed record ResolvedPolicy(ObjectKey Key, string Arn, string Name, string Path, bool IsAttachable, ManagedPolicy? Customer, PredefinedPolicy? Predefined)
{
    public static ResolvedPolicy Of(ManagedPolicy policy) => new(policy.Key, policy.Arn, policy.Name, policy.Path, true, policy, null);

    public static ResolvedPolicy Of(PredefinedPolicy policy, string partition) =>
        new(policy.Key, policy.ArnIn(partition), policy.Name, policy.Path, policy.IsAttachable, null, policy);

    /// <summary>
    /// Returns the identity policy with an ARN, as seen from the account; null if there is none or it belongs to another account (ID-153).
    /// </summary>
    public static async ValueTask<ResolvedPolicy?> FindAsync(AdministrationWork work, string arn)
    {
        var parsed = IamCore.Policies.Arn.Parse(arn);
        if (!parsed.Partition.SequenceEqual(work.Partition))
        {
            return null;
        }

        if (parsed.Account is "aws")
        {
            return work.Options.PredefinedPolicies.Find(parsed) is { Type: PolicyType.Identity } predefined ? Of(predefined, work.Partition) : null;
        }

        if (!parsed.Account.SequenceEqual(work.Account.Id))
        {
            return null;
        }

        var name = parsed.Resource[(parsed.Resource.LastIndexOf('/') + 1)..].ToString();
        var found = await NamedKind.Policy.FindAsync<ManagedPolicy>(work, name).ConfigureAwait(false);
        return found is not null && found.Arn == arn ? Of(found) : null;
    }

    /// <summary>Returns the identity policy with an ARN.</summary>
    /// <exception cref="IamException"><c>NoSuchEntity</c>: there is no such policy.</exception>
    public static async ValueTask<ResolvedPolicy> GetAsync(AdministrationWork work, string arn, string rule) =>
        await FindAsync(work, arn).ConfigureAwait(false) ?? throw IamErrors.MissingPolicy(arn, rule);

    /// <summary>Returns the policy that an attachment or boundary refers to; null if it no longer exists.</summary>
    public static async ValueTask<ResolvedPolicy?> FindAsync(AdministrationWork work, ObjectKey key)
    {
        if (work.Options.PredefinedPolicies.Find(key) is { } predefined)
        {
            return Of(predefined, work.Partition);
        }

        return await work.FindAsync<ManagedPolicy>(key).ConfigureAwait(false) is { } customer ? Of(customer) : null;
    }

    /// <summary>Returns the ARN of a boundary for the condition key; null if there is no boundary.</summary>
    public static async ValueTask<string?> ArnOfAsync(AdministrationWork work, ObjectKey? key) =>
        key is { } boundary ? (await FindAsync(work, boundary).ConfigureAwait(false))?.Arn ?? boundary.Id : null;

    /// <summary>Returns the key of a policy that is to become a boundary (ID-083, ID-162).</summary>
    public static async ValueTask<ObjectKey?> BoundaryAsync(AdministrationWork work, string? arn, string rule)
    {
        if (arn is null)
        {
            return null;
        }

        var policy = await GetAsync(work, arn, rule).ConfigureAwait(false);
        return policy.IsAttachable ? policy.Key : throw NotAttachable(policy, rule);
    }

    public static IamException NotAttachable(ResolvedPolicy policy, string rule) =>
        new(IamErrorCode.PolicyNotAttachable, $"Policy {policy.Arn} is not attachable.", rule);
}
