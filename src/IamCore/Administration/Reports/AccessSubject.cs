using IamCore.Administration.Policies;
using IamCore.Callers;
using IamCore.Model;

namespace IamCore.Administration.Reports;

/// <summary>The subject of a report about last-accessed data: the policies, and the users and roles whose use counts (ID-267).</summary>
internal sealed record AccessSubject(IReadOnlyList<PolicyDocument> Documents, IReadOnlyList<IamEntity> Entities)
{
    public static async ValueTask<AccessSubject> GetAsync(AdministrationWork work, string arn)
    {
        if (Simulations.Split(arn) is null)
        {
            var policy = await ResolvedPolicy.GetAsync(work, arn, "ID-267").ConfigureAwait(false);
            var text = policy.Customer?.DefaultVersion?.Document ?? policy.Predefined!.TextIn(work.Partition);
            var holders = new List<IamEntity>();
            holders.AddRange(await work.ReferrersAsync<IamUser>(ObjectKind.User, Relation.AttachedPolicy, policy.Key).ConfigureAwait(false));
            holders.AddRange(await work.ReferrersAsync<IamRole>(ObjectKind.Role, Relation.AttachedPolicy, policy.Key).ConfigureAwait(false));
            return new([PolicySets.Read(policy.Key, PolicyType.Identity, text)], holders);
        }

        var who = await Simulations.GetAsync(work, arn, "ID-267").ConfigureAwait(false);
        var documents = who.Policies.Identity.SelectMany(set => (IEnumerable<NamedPolicy>)set.Policies).Select(p => p.Document).ToList();
        var (kind, name) = Simulations.Split(arn)!.Value;
        var identity = await kind.GetAsync<IamIdentity>(work, name, "ID-267").ConfigureAwait(false);
        return new(documents, identity is IamEntity entity
            ? [entity]
            : await work.ReferrersAsync<IamUser>(ObjectKind.User, Relation.Member, identity.Key).ConfigureAwait(false));
    }

    /// <summary>Returns the services the documents name, and those of the known and used services that they grant anything of.</summary>
    public IEnumerable<string> ServicesOf(ValueList<string> known, IEnumerable<string> used)
    {
        var services = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var document in Documents)
        {
            services.UnionWith(GrantedServices.NamedIn(document));
            services.UnionWith(known.ToArray().Concat(used).Where(service => GrantedServices.Grants(document, service)));
        }

        return services;
    }
}
