using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>
/// A node of an organization's tree to which control policies can be attached: the root, a unit or an account (ID-022, ID-024).
/// </summary>
public abstract record OrganizationNode : DirectoryObject
{
    /// <summary>The name.</summary>
    [JsonPropertyOrder(-3)]
    public required string Name { get; init; }

    /// <summary>The attached service control policies, in the order of attachment.</summary>
    public ValueList<ObjectKey> ServiceControlPolicies { get; init => field = value ?? ValueList<ObjectKey>.Empty; } = ValueList<ObjectKey>.Empty;

    /// <summary>The attached resource control policies, in the order of attachment.</summary>
    public ValueList<ObjectKey> ResourceControlPolicies { get; init => field = value ?? ValueList<ObjectKey>.Empty; } = ValueList<ObjectKey>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override string Scope => "";

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override string ListName => Name;

    /// <summary>The parent; <see langword="null"/> for the root and for a standalone account.</summary>
    [JsonIgnore]
    public abstract ObjectKey? ParentKey { get; }

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override ValueList<ObjectReference> References
    {
        get
        {
            var references = new List<ObjectReference>();
            if (ParentKey is { } parent)
            {
                references.Add(new(Relation.Parent, parent));
            }

            foreach (var policy in ServiceControlPolicies)
            {
                references.Add(new(Relation.ControlPolicy, policy, policy.Kind == ObjectKind.PredefinedPolicy));
            }

            foreach (var policy in ResourceControlPolicies)
            {
                references.Add(new(Relation.ControlPolicy, policy, policy.Kind == ObjectKind.PredefinedPolicy));
            }

            return [.. references];
        }
    }
}
