using IamCore.Policies.Tests.Agreement;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Laws;

public sealed class WritingTests
{
    [Fact, Rule("PL-003")]
    public void A_generated_document_written_and_read_again_is_the_same() => LawCase.Holds((rng, given, isTrust) =>
    {
        var policies = Bundle.Read(given.Policies, isTrust).Reference;
        IEnumerable<AttachedPolicy> all =
        [
            .. policies.Identity, .. policies.PermissionsBoundary, .. policies.Session, .. policies.Resource,
            .. policies.ServiceControl.SelectMany(l => l), .. policies.ResourceControl.SelectMany(l => l), .. policies.VpcEndpoint,
        ];
        foreach (var document in all.Select(p => p.Document))
        {
            var text = document.ToJson(indented: rng.Chance(50));
            if (!PolicyDocument.TryParse(text, document.Type, out var again, out var faults))
            {
                return $"{faults[0]} in {text}";
            }

            if (!again.Equals(document))
            {
                return $"{document.Source} was written as {text}";
            }
        }

        return null;
    });
}
