using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>Removes the policies of an identity.</summary>
internal static class IdentityParts
{
    public static async ValueTask StripAsync<TIdentity>(
        AdministrationWork work, TIdentity identity, Func<string, IamCommand<TIdentity>> deleteInline, Func<string, IamCommand<TIdentity>> detach)
        where TIdentity : IamIdentity
    {
        foreach (var inline in (IEnumerable<InlinePolicy>)identity.InlinePolicies)
        {
            await work.RunAsync(deleteInline(inline.Name)).ConfigureAwait(false);
        }

        foreach (var policy in await AttachedPolicy.OfAsync(work, identity).ConfigureAwait(false))
        {
            await work.RunAsync(detach(policy.PolicyArn)).ConfigureAwait(false);
        }
    }
}
