using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>A managed policy that is attached to an identity.</summary>
/// <param name="PolicyName">The name of the policy.</param>
/// <param name="PolicyArn">The ARN of the policy.</param>
public sealed record AttachedPolicy(string PolicyName, string PolicyArn)
{
    internal static async ValueTask<List<AttachedPolicy>> OfAsync(AdministrationWork work, IamIdentity identity, string? pathPrefix = null)
    {
        var attached = new List<AttachedPolicy>();
        foreach (var key in (IEnumerable<ObjectKey>)identity.AttachedPolicies)
        {
            if (await ResolvedPolicy.FindAsync(work, key).ConfigureAwait(false) is { } policy
                && policy.Path.StartsWith(pathPrefix ?? "/", StringComparison.Ordinal))
            {
                attached.Add(new(policy.Name, policy.Arn));
            }
        }

        return attached;
    }
}
