namespace IamCore.Credentials;

/// <summary>Properties of session kinds.</summary>
internal static class SessionKinds
{
    /// <summary>Whether the principal is a role session (ST-007).</summary>
    public static bool IsRole(this SessionKind kind) => kind is >= SessionKind.AssumedRole and <= SessionKind.IdentityCenterRole;
}
