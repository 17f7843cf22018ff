using System.Collections.Immutable;
using IamCore.Administration.Policies;
using IamCore.Authorization;
using IamCore.Callers;
using IamCore.Errors;
using IamCore.Model;
using IamCore.Principals;
using IamCore.Stores;

namespace IamCore.Administration.Reports;

/// <summary>Assembles the stored policies of an identity in order to simulate its requests (ID-268). Nothing is recorded.</summary>
internal static class Simulations
{
    /// <summary>Returns the identity with an ARN, with its policies.</summary>
    /// <exception cref="IamException"><c>NoSuchEntity</c>: there is no such identity.</exception>
    public static async ValueTask<SimulatedIdentity> GetAsync(AdministrationWork work, string arn, string rule)
    {
        var (kind, name) = Split(arn) ?? throw IamErrors.Invalid("PolicySourceArn must be the ARN of a user, group or role.", rule);
        var found = await kind.FindAsync<IamIdentity>(work, name).ConfigureAwait(false);
        if (found is null || found.Arn != arn)
        {
            throw IamErrors.Missing(kind.Noun, name, rule);
        }

        return found is IamEntity entity
            ? await OfAsync(work, entity).ConfigureAwait(false)
            : await OfGroupAsync(work, (IamGroup)found).ConfigureAwait(false);
    }

    public static async ValueTask<SimulatedIdentity> OfAsync(AdministrationWork work, IamEntity entity)
    {
        var principal = await new PrincipalPolicyReader(work.Loader, work.Options.PredefinedPolicies)
            .FindEntityAsync(work.AccountId, ObjectLocator.ByKey(entity.Key), work.CancellationToken).ConfigureAwait(false)
            ?? throw IamErrors.Missing(entity.ObjectKind.ToString(), entity.Name, "ID-268");
        return new(Principal.Parse(entity.Arn), entity.Id, entity.Tags, principal.Account, new()
        {
            Identity = PolicySets.IdentityOf(principal),
            PermissionsBoundary = PolicySets.BoundaryOf(principal),
            ServiceControl = PolicySets.ServiceControlOf(principal.Account),
            ResourceControl = PolicySets.ResourceControlOf(principal.Account),
        });
    }

    /// <summary>Returns the request of an identity, with the context passed and the keys the identity itself provides.</summary>
    public static AccessRequest RequestOf(AdministrationWork work, SimulatedIdentity who, ActionName action, ResourceName resource, IRequestContext context)
    {
        try
        {
            var keys = new RequestContext { ["aws:userid"] = who.UserId };
            foreach (var tag in who.Tags)
            {
                keys[$"aws:PrincipalTag/{tag.Key}"] = tag.Value;
            }

            return new(who.Principal, action, resource, new LayeredContext(keys, context), default, work.Options.TimeProvider.GetUtcNow());
        }
        catch (RequestFormatException error)
        {
            throw IamErrors.Invalid(error.Message, "ID-268");
        }
    }

    /// <summary>Returns the kind and name in an identity's ARN; null for any other ARN.</summary>
    public static (NamedKind Kind, string Name)? Split(string arn)
    {
        if (!Arn.TryParse(arn, out var parsed) || parsed.Service is not "iam")
        {
            return null;
        }

        var resource = parsed.Resource.ToString();
        var name = resource[(resource.LastIndexOf('/') + 1)..];
        NamedKind? kind = resource.Split('/')[0] switch
        {
            "user" => NamedKind.User,
            "group" => NamedKind.Group,
            "role" => NamedKind.Role,
            _ => null,
        };
        return kind is null || name.Length == 0 ? null : (kind, name);
    }

    /// <summary>Simulates a group as a user who belongs to it and has no policies of its own.</summary>
    private static async ValueTask<SimulatedIdentity> OfGroupAsync(AdministrationWork work, IamGroup group)
    {
        var policies = new List<NamedPolicy>();
        policies.AddRange(((IEnumerable<InlinePolicy>)group.InlinePolicies).Select(p => new NamedPolicy(PolicySets.Read(group.Key, PolicyType.Identity, p.Document), p.Name)));
        foreach (var key in (IEnumerable<ObjectKey>)group.AttachedPolicies)
        {
            if (await ResolvedPolicy.FindAsync(work, key).ConfigureAwait(false) is { } policy)
            {
                var text = policy.Customer?.DefaultVersion?.Document ?? policy.Predefined!.TextIn(work.Partition);
                policies.Add(new(PolicySets.Read(key, PolicyType.Identity, text), policy.Name));
            }
        }

        var account = await new PrincipalPolicyReader(work.Loader, work.Options.PredefinedPolicies).FindAccountAsync(work.AccountId, work.CancellationToken).ConfigureAwait(false);
        return new(Principal.Parse(work.ArnOf($"user/{group.Name}")), group.Id, ValueList<Tag>.Empty, account!, new()
        {
            Identity = [PolicySet.Compile(PolicyType.Identity, [.. policies])],
            ServiceControl = PolicySets.ServiceControlOf(account!),
            ResourceControl = PolicySets.ResourceControlOf(account!),
        });
    }

    public static ValueList<string> KeysOf(in ApplicablePolicies policies) => PolicyKeys.Of(in policies);

    /// <summary>Compiles documents that are passed rather than stored.</summary>
    public static PolicySet? Compile(PolicyType type, ValueList<string> documents, string name) => documents.Count == 0 ? null
        : PolicySet.Compile(type, [.. documents.ToArray().Select((text, i) => new NamedPolicy(DocumentRules.Read(new(text), type), FormattableString.Invariant($"{name}.{i + 1}")))]);

    public static ImmutableArray<PolicySet> With(ImmutableArray<PolicySet> sets, PolicySet? more) =>
        more is null ? sets : (sets.IsDefault ? ImmutableArray<PolicySet>.Empty : sets).Add(more);
}
