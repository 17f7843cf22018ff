using System.Collections.Immutable;
using IamCore.Policies.Tests.Generation;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Agreement;

/// <summary>Generated policies, read once for both evaluators and asked several questions.</summary>
internal sealed class Bundle
{
    private Bundle(GeneratedPolicies generated, ReferencePolicies reference, ApplicablePolicies compiled)
    {
        Generated = generated;
        Reference = reference;
        Compiled = compiled;
    }

    public GeneratedPolicies Generated { get; }

    public ReferencePolicies Reference { get; }

    public ApplicablePolicies Compiled { get; }

    /// <summary>Writes, reads and compiles the policies. Generated documents have no errors: a refused one is a fault of generator or reader.</summary>
    public static Bundle Read(GeneratedPolicies generated, bool isTrust)
    {
        var sets = generated.Identity.Select(set => Documents(set, PolicyType.Identity)).ToList();
        var reference = new ReferencePolicies
        {
            Identity = [.. sets.SelectMany(s => s)],
            PermissionsBoundary = Documents(generated.PermissionsBoundary, PolicyType.PermissionsBoundary),
            Session = Documents(generated.Session, PolicyType.Session),
            Resource = Documents(generated.Resource, isTrust ? PolicyType.Trust : PolicyType.Resource),
            ServiceControl = [.. generated.ServiceControl.Select(level => Documents(level, PolicyType.ServiceControl))],
            ResourceControl = [.. generated.ResourceControl.Select(level => Documents(level, PolicyType.ResourceControl))],
            VpcEndpoint = Documents(generated.VpcEndpoint, PolicyType.VpcEndpoint),
        };
        var compiled = CompiledSide.Policies(reference, isTrust) with
        {
            Identity = [.. sets.Select(set => CompiledSide.Set(PolicyType.Identity, set))],
        };
        return new Bundle(generated, reference, compiled);
    }

    private static List<AttachedPolicy> Documents(ImmutableArray<GeneratedPolicy> policies, PolicyType type)
    {
        var documents = new List<AttachedPolicy>(policies.Length);
        foreach (var policy in policies)
        {
            var json = CaseWriter.Document(policy);
            if (!PolicyDocument.TryParse(json, type, out var document, out var faults))
            {
                throw new InvalidOperationException($"A generated {type} document is refused: {faults[0]}{Environment.NewLine}{json}");
            }

            documents.Add(new AttachedPolicy(policy.Name, document));
        }

        return documents;
    }
}
