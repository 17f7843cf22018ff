namespace IamCore.Credentials;

/// <summary>What the kinds have in common.</summary>
internal static class SessionKinds
{
    /// <summary>Whether the principal is a session of a role (ST-007).</summary>
    public static bool IsRole(this SessionKind kind) => kind is >= SessionKind.AssumedRole and <= SessionKind.IdentityCenterRole;
}
