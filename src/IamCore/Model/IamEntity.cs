namespace IamCore.Model;

/// <summary>A user or role: an identity that can act (ID-010).</summary>
public abstract record IamEntity : IamIdentity
{
    /// <summary>The managed policy that caps what identity-based policies can grant; <see langword="null"/> without a boundary (ID-161).</summary>
    public ObjectKey? PermissionsBoundary { get; init; }

    /// <summary>The tags, in ordinal order of their keys; no key twice in any letter case (ID-074).</summary>
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
