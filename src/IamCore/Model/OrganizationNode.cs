using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A place in an organization's tree that control policies are attached to: the root, a unit, an account (ID-022, ID-024).</summary>
public abstract record OrganizationNode : DirectoryObject
{
    /// <summary>What it is called.</summary>
    [JsonPropertyOrder(-3)]
    public required string Name { get; init; }

    /// <summary>The service control policies attached here, in the order of attaching.</summary>
    public ValueList<ObjectKey> ServiceControlPolicies { get; init => field = value ?? ValueList<ObjectKey>.Empty; } = ValueList<ObjectKey>.Empty;

    /// <summary>The resource control policies attached here, in the order of attaching.</summary>
    public ValueList<ObjectKey> ResourceControlPolicies { get; init => field = value ?? ValueList<ObjectKey>.Empty; } = ValueList<ObjectKey>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override string Scope => "";

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override string ListName => Name;

    /// <summary>The place above; <see langword="null"/> for the root and for a standalone account.</summary>
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
