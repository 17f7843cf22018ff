using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>
/// Denies a user everything, optionally only during a period, through an inline policy that counts towards no quota (ID-092). The result
/// is the user.
/// </summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
public sealed record DeactivateUser(string UserName) : IamComposite<IamUser>
{
    /// <summary>The start of the denial, in whole seconds; <see langword="null"/> for immediately.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The end of the denial, in whole seconds; <see langword="null"/> for no end.</summary>
    public DateTimeOffset? Until { get; init; }

    internal override void Validate(ParameterCheck check) => NamedKind.User.Check(check, UserName);

    internal override async ValueTask<IamUser> ApplyAsync(AdministrationWork work)
    {
        var policy = CutOffPolicies.Deactivation(From, Until);
        var put = new PutUserPolicy(UserName, policy.Name, policy.Document.ToString()) { ExpectedRevision = ExpectedRevision };
        return (await work.RunAsync(put).ConfigureAwait(false)).Value;
    }
}
