using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>Removes the denial added by <see cref="DeactivateUser"/> (ID-092). The result is the user.</summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
public sealed record ReactivateUser(string UserName) : IamComposite<IamUser>
{
    internal override void Validate(ParameterCheck check) => NamedKind.User.Check(check, UserName);

    internal override ValueTask<IamUser> ApplyAsync(AdministrationWork work) =>
        work.RunAsync(new DeleteUserPolicy(UserName, CutOffPolicies.Deactivated) { ExpectedRevision = ExpectedRevision });
}
