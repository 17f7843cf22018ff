using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>Ends what <see cref="DeactivateUser"/> did (ID-092). Gives the user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
public sealed record ReactivateUser(string UserName) : IamComposite<IamUser>
{
    internal override void Validate(ParameterCheck check) => NamedKind.User.Check(check, UserName);

    internal override ValueTask<IamUser> ApplyAsync(AdministrationWork work) =>
        work.RunAsync(new DeleteUserPolicy(UserName, CutOffPolicies.Deactivated) { ExpectedRevision = ExpectedRevision });
}
