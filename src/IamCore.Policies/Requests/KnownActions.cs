namespace IamCore.Policies.Requests;

/// <summary>The few actions of the service <c>sts</c> that rules name.</summary>
internal static class KnownActions
{
    private static readonly ActionName[] TrustActions =
    [
        ActionName.Parse("sts:AssumeRole"),
        ActionName.Parse("sts:AssumeRoleWithSAML"),
        ActionName.Parse("sts:AssumeRoleWithWebIdentity"),
        ActionName.Parse("sts:TagSession"),
        ActionName.Parse("sts:SetSourceIdentity"),
        ActionName.Parse("sts:SetContext"),
    ];

    public static ActionName GetCallerIdentity { get; } = ActionName.Parse("sts:GetCallerIdentity");

    public static int StsHash { get; } = GetCallerIdentity.ServiceHash;

    /// <summary>Whether the action exchanges something for a session of a role (EV-090).</summary>
    public static bool IsTrustAction(ActionName action)
    {
        foreach (var known in TrustActions)
        {
            if (known == action)
            {
                return true;
            }
        }

        return false;
    }
}
