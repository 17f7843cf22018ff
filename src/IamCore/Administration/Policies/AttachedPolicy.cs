using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>A managed policy as it is attached.</summary>
/// <param name="PolicyName">Its name.</param>
/// <param name="PolicyArn">Its ARN.</param>
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
