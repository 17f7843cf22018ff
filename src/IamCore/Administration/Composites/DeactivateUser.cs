using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>Denies a user everything, perhaps from or until a time, by an inline policy that counts towards no quota (ID-092). Gives the user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
public sealed record DeactivateUser(string UserName) : IamComposite<IamUser>
{
    /// <summary>Only after this time, in whole seconds; <see langword="null"/> for at once.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only before this time, in whole seconds; <see langword="null"/> for without end.</summary>
    public DateTimeOffset? Until { get; init; }

    internal override void Validate(ParameterCheck check) => NamedKind.User.Check(check, UserName);

    internal override async ValueTask<IamUser> ApplyAsync(AdministrationWork work)
    {
        var policy = CutOffPolicies.Deactivation(From, Until);
        var put = new PutUserPolicy(UserName, policy.Name, policy.Document.ToString()) { ExpectedRevision = ExpectedRevision };
        return (await work.RunAsync(put).ConfigureAwait(false)).Value;
    }
}
