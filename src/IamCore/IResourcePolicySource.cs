namespace IamCore;

/// <summary>
/// The host's resource policies: asked for every question that brings none and is no trust request. Keep compiled sets and give the
/// same ones again: a source that answers at once costs a decision nothing.
/// </summary>
public interface IResourcePolicySource
{
    /// <summary>The policies of a resource; <see langword="null"/> where it has none. What this throws, the question throws.</summary>
    ValueTask<PolicySet?> FindAsync(ResourceName resource, CancellationToken cancellationToken);
}
