namespace IamCore;

/// <summary>
/// Supplies the resource-based policies of the host's resources. Called for every question that has no
/// <see cref="AccessQuestion.ResourcePolicy"/> and is not
/// a request to assume a role.
/// </summary>
/// <remarks>
/// Return the same compiled <see cref="PolicySet"/> each time, synchronously if possible: then the lookup adds practically nothing to a
/// decision.
/// </remarks>
/// <example>
/// <code>
/// sealed class DocumentPolicies(ConcurrentDictionary&lt;string, PolicySet&gt; compiled) : IResourcePolicySource
/// {
///     public ValueTask&lt;PolicySet?&gt; FindAsync(ResourceName resource, CancellationToken cancellationToken) =&gt;
///         new(compiled.GetValueOrDefault(resource.ToString()));
/// }
///
/// services.AddIamCore().UseResourcePolicies&lt;DocumentPolicies&gt;();
/// </code>
/// </example>
public interface IResourcePolicySource
{
    /// <summary>Finds the policies of a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The policies; <see langword="null"/> if the resource has none. An exception fails the question.</returns>
    ValueTask<PolicySet?> FindAsync(ResourceName resource, CancellationToken cancellationToken);
}
