using IamCore.Benchmarks.Workloads;
using IamCore.Policies;

namespace IamCore.Benchmarks.Adversarial;

/// <summary>Policies made to defeat an index, and questions about them.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Type">The type that the documents are read as.</param>
/// <param name="Documents">The documents as UTF-8.</param>
/// <param name="Requests">Questions with the answer that follows from how the documents are made.</param>
internal sealed record AdversarialSet(
    string Name, PolicyType Type, byte[][] Documents, (AccessRequest Request, Decision Expected)[] Requests)
{
    /// <summary>Size of the documents' text, in bytes.</summary>
    public long TextBytes => Documents.Sum(document => (long)document.Length);

    public NamedPolicy[] Read() => [.. Documents.Select(document => new NamedPolicy(PolicyDocument.Parse(document, Type)))];

    public PolicySet Compile() => PolicySet.Compile(Type, Read());

    public Question[] Questions(PolicySet set)
    {
        var policies = Type == PolicyType.Resource ? new ApplicablePolicies { Identity = [], Resource = set } : new ApplicablePolicies { Identity = [set] };
        return [.. Requests.Select((asked, i) => new Question($"{Name}-{i}", asked.Request, policies, asked.Expected))];
    }
}
