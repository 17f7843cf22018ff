using System.Collections.Immutable;
using System.Globalization;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Generation;

/// <summary>Draws policies of the small world, most parts of them aimed at one request.</summary>
internal sealed class PolicyGenerator(Rng rng, ReferenceRequest target, bool isTrust)
{
    private readonly StatementGenerator _statements = new(rng, target);

    public GeneratedPolicies Policies() => new()
    {
        Identity = Times(rng.Chance(90) ? 1 + rng.Next(3) : 0, () => Documents(PolicyType.Identity, rng.Next(3))),
        PermissionsBoundary = rng.Chance(25) ? Documents(PolicyType.PermissionsBoundary, rng.Next(3)) : [],
        Session = rng.Chance(target.Principal.Text.Contains(":sts:", StringComparison.Ordinal) ? 50 : 10) ? Documents(PolicyType.Session, rng.Next(3)) : [],
        Resource = rng.Chance(85) ? Documents(isTrust ? PolicyType.Trust : PolicyType.Resource, 1 + rng.Next(2)) : [],
        ServiceControl = rng.Chance(30) ? Times(rng.Next(4), () => Documents(PolicyType.ServiceControl, rng.Chance(90) ? 1 + rng.Next(2) : 0)) : [],
        ResourceControl = rng.Chance(20) ? Times(rng.Next(3), () => Documents(PolicyType.ResourceControl, rng.Next(3))) : [],
        VpcEndpoint = rng.Chance(18) ? Documents(PolicyType.VpcEndpoint, rng.Next(3)) : [],
    };

    private ImmutableArray<GeneratedPolicy> Documents(PolicyType type, int count) => Times(count, () => Document(type));

    private GeneratedPolicy Document(PolicyType type)
    {
        var isControl = type is PolicyType.ServiceControl or PolicyType.ResourceControl;
        var version = isControl ? PolicyDocument.Version2012 : rng.Next(8) switch { 0 => null, 1 => PolicyDocument.Version2008, _ => PolicyDocument.Version2012 };
        var name = rng.Next(4) switch { 0 => "", 1 => null, _ => rng.Of("P", "Q", "P Q") };
        var count = rng.Next(4);
        var statements = ImmutableArray.CreateBuilder<GeneratedStatement>(count);
        for (var i = 0; i < count; i++)
        {
            var sid = rng.Next(4) switch { 0 => "", 1 => "S" + i.ToString(CultureInfo.InvariantCulture), _ => null };
            statements.Add(_statements.Statement(type, version == PolicyDocument.Version2012) with { Sid = sid });
        }

        return new GeneratedPolicy(name, version, statements.MoveToImmutable());
    }

    private static ImmutableArray<T> Times<T>(int count, Func<T> make)
    {
        var items = ImmutableArray.CreateBuilder<T>(count);
        for (var i = 0; i < count; i++)
        {
            items.Add(make());
        }

        return items.MoveToImmutable();
    }
}
