using System.Collections.Concurrent;
using IamCore;
using IamCore.Policies;

namespace MinimalApi;

/// <summary>The documents, in memory, and with whom each is shared: a resource policy like any other.</summary>
internal sealed class DocumentStore : IResourcePolicySource
{
    private readonly ConcurrentDictionary<(string Tenant, string Id), Document> _documents = new();
    private readonly ConcurrentDictionary<string, PolicySet> _policies = new(StringComparer.Ordinal);

    public DocumentStore()
    {
        Put(new Document("acme", "1", "Handbook of Acme"));
        Put(new Document("acme", "2", "Recipe of Acme", "secret"));
        Put(new Document("globex", "1", "Forecast of Globex"));
        Put(new Document("globex", "2", "Brochure of Globex"));
        Share(Find("globex", "2")!, $"arn:aws:iam::{DemoDirectory.Account}:user/demo");
    }

    public Document? Find(string tenant, string id) => _documents.GetValueOrDefault((tenant, id));

    public void Put(Document document) => _documents[(document.Tenant, document.Id)] = document;

    public bool Delete(string tenant, string id) => _documents.TryRemove((tenant, id), out _);

    /// <summary>Lets somebody read a document, whichever tenant they are of.</summary>
    /// <exception cref="PolicyFormatException">There is no principal of that name.</exception>
    public void Share(Document document, string principal)
    {
        var policy = PolicyDocument.Parse(
            $$"""
            { "Version": "2012-10-17",
              "Statement": { "Sid": "Shared", "Effect": "Allow", "Principal": { "AWS": {{System.Text.Json.JsonSerializer.Serialize(principal)}} },
                "Action": "docs:ReadDocument", "Resource": "*" } }
            """,
            PolicyType.Resource);
        _policies[document.ToIamResource().Name.ToString()] = PolicySet.Compile(policy);
    }

    /// <inheritdoc />
    public ValueTask<PolicySet?> FindAsync(ResourceName resource, CancellationToken cancellationToken) => new(_policies.GetValueOrDefault(resource.ToString()));
}
