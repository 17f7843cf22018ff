namespace IamCore.Model;

/// <summary>A user or role: an identity that can make requests (ID-010).</summary>
public abstract record IamEntity : IamIdentity
{
    /// <summary>
    /// The managed policy that limits what identity-based policies can allow; <see langword="null"/> without a permissions boundary
    /// (ID-161).
    /// </summary>
    public ObjectKey? PermissionsBoundary { get; init; }

    /// <summary>The tags, in ordinal order of their keys, which are unique ignoring case (ID-074).</summary>
    public ValueList<Tag> Tags { get; init => field = value ?? ValueList<Tag>.Empty; } = ValueList<Tag>.Empty;

    private protected override IEnumerable<ObjectReference> ReferencesOf()
    {
        foreach (var reference in base.ReferencesOf())
        {
            yield return reference;
        }

        if (PermissionsBoundary is { } boundary)
        {
            yield return new(Relation.PermissionsBoundary, boundary, boundary.Kind == ObjectKind.PredefinedPolicy);
        }
    }
}
