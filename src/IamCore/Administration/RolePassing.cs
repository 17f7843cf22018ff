using IamCore.Callers;
using IamCore.Model;

namespace IamCore.Administration;

/// <summary>The rules of passing a role, wherever it happens (ID-248 to ID-253).</summary>
internal static class RolePassing
{
    public const string Action = "iam:PassRole";

    /// <summary>Returns the question to ask; the role's tags are not part of it (ID-251).</summary>
    public static AdministrationCheck CheckOf(string roleArn, string shownArn, string service, string? associatedResource = null) => new()
    {
        Action = Action,
        Resource = roleArn,
        ShownResource = shownArn,
        Keys = associatedResource is null
            ? [new("iam:PassedToService", service)]
            : [new("iam:PassedToService", service), new("iam:AssociatedResourceArn", associatedResource)],
    };

    /// <summary>Checks whether the caller may pass the role of that name.</summary>
    public static async ValueTask CheckAsync(AdministrationWork work, string roleName, string service)
    {
        var role = await NamedKind.Role.FindAsync<IamRole>(work, roleName).ConfigureAwait(false);
        var shown = NamedKind.Role.ArnOf(work, roleName);
        await work.CheckAsync(CheckOf(role?.Arn ?? shown, shown, service)).ConfigureAwait(false);
    }

    /// <summary>Whether the trust policy admits the service, as far as that does not depend on a request.</summary>
    public static bool Trusts(IamRole role, string service, DateTimeOffset now)
    {
        var trust = FederatedTrust.ForServices(PolicySets.Read(role.Key, PolicyType.Trust, role.TrustPolicy));
        var request = new AccessRequest(Principal.Service(service), ActionName.Parse("sts:AssumeRole"), ResourceName.Parse(role.Arn), null, role.Account, now);
        return PolicyEvaluator.Evaluate(in request, new ApplicablePolicies { Resource = trust }).IsAllowed;
    }
}
