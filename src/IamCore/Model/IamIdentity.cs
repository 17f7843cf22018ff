using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A user, group or role: what identity-based policies can be attached to (ID-009).</summary>
public abstract record IamIdentity : PathObject
{
    /// <summary>The attached managed policies, in the order of attachment (ID-153).</summary>
    public ValueList<ObjectKey> AttachedPolicies { get; init => field = value ?? ValueList<ObjectKey>.Empty; } = ValueList<ObjectKey>.Empty;

    /// <summary>The inline policies, in ordinal order of their names (ID-159).</summary>
    public ValueList<InlinePolicy> InlinePolicies { get; init => field = value ?? ValueList<InlinePolicy>.Empty; } = ValueList<InlinePolicy>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<ObjectReference> References => [.. ReferencesOf()];

    private protected virtual IEnumerable<ObjectReference> ReferencesOf()
    {
        foreach (var policy in (IEnumerable<ObjectKey>)AttachedPolicies)
        {
            yield return new(Relation.AttachedPolicy, policy, policy.Kind == ObjectKind.PredefinedPolicy);
        }
    }
}
