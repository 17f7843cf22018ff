using IamCore.Model;

namespace IamCore.Authorization.Snapshots;

/// <summary>A role's trust policy, compiled.</summary>
internal sealed class TrustSnapshot(long readAt, IamRole role, PolicySet trust) : Snapshot(readAt, [role.Key])
{
    /// <summary>The trust policy.</summary>
    public PolicySet Trust { get; } = trust;

    /// <summary>The origin shown in explanations.</summary>
    public string Origin { get; } = $"role {role.Name}";
}
