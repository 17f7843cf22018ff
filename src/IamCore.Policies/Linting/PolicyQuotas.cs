namespace IamCore.Policies.Linting;

/// <summary>Largest sizes of policies in characters as PL-190 counts them (VA-301). A policy at the quota is allowed.</summary>
public sealed record PolicyQuotas
{
    /// <summary>AWS's quotas.</summary>
    public static PolicyQuotas Default { get; } = new();

    /// <summary>Whether an identity policy is inline rather than managed, and of what.</summary>
    public PolicyAttachment Attachment { get; init; }

    /// <summary>A managed identity policy or permissions boundary; white space is not counted.</summary>
    /// <value>6,144</value>
    public int ManagedPolicy { get; init; } = 6_144;

    /// <summary>The inline policies of a user; white space is not counted.</summary>
    /// <value>2,048</value>
    public int InlineUserPolicies { get; init; } = 2_048;

    /// <summary>The inline policies of a role; white space is not counted.</summary>
    /// <value>10,240</value>
    public int InlineRolePolicies { get; init; } = 10_240;

    /// <summary>The inline policies of a group; white space is not counted.</summary>
    /// <value>5,120</value>
    public int InlineGroupPolicies { get; init; } = 5_120;

    /// <summary>Characters that other inline policies of the same entity already take, not counting white space.</summary>
    /// <value>0</value>
    public int OtherInlinePolicies { get; init; }

    /// <summary>An inline session policy with the policy ARNs passed beside it; every character counts.</summary>
    /// <value>2,048</value>
    public int SessionPolicy { get; init; } = 2_048;

    /// <summary>Characters of the policy ARNs passed beside a session policy.</summary>
    /// <value>0</value>
    public int SessionPolicyArns { get; init; }

    /// <summary>A role's trust policy; white space is not counted. AWS raises it to 8,192 on request.</summary>
    /// <value>2,048</value>
    public int TrustPolicy { get; init; } = 2_048;

    /// <summary>A resource or endpoint policy in bytes of UTF-8; a catalog may set another for a resource type.</summary>
    /// <value>20,480</value>
    public int ResourcePolicy { get; init; } = 20_480;

    /// <summary>A service control policy; every character counts.</summary>
    /// <value>5,120</value>
    public int ServiceControlPolicy { get; init; } = 5_120;

    /// <summary>A resource control policy; every character counts.</summary>
    /// <value>5,120</value>
    public int ResourceControlPolicy { get; init; } = 5_120;
}
