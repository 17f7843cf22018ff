using IamCore.Administration;

namespace IamCore;

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

/// <summary>Ends what <see cref="DeactivateUser"/> did (ID-092). Gives the user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
public sealed record ReactivateUser(string UserName) : IamComposite<IamUser>
{
    internal override void Validate(ParameterCheck check) => NamedKind.User.Check(check, UserName);

    internal override ValueTask<IamUser> ApplyAsync(AdministrationWork work) =>
        work.RunAsync(new DeleteUserPolicy(UserName, CutOffPolicies.Deactivated) { ExpectedRevision = ExpectedRevision });
}

/// <summary>Denies everything to the sessions of a role that were issued before a time (ST-103). Gives the role.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
public sealed record RevokeRoleSessions(string RoleName) : IamComposite<IamRole>
{
    /// <summary>The time, in milliseconds; <see langword="null"/> for now.</summary>
    public DateTimeOffset? Before { get; init; }

    internal override void Validate(ParameterCheck check) => NamedKind.Role.Check(check, RoleName);

    internal override async ValueTask<IamRole> ApplyAsync(AdministrationWork work)
    {
        var policy = CutOffPolicies.Revocation(Before ?? work.Options.TimeProvider.GetUtcNow());
        var put = new PutRolePolicy(RoleName, policy.Name, policy.Document.ToString()) { ExpectedRevision = ExpectedRevision };
        var role = (await work.RunAsync(put).ConfigureAwait(false)).Value;
        return await StoredPrincipals.ShowAsync(work, role).ConfigureAwait(false);
    }
}

/// <summary>Denies everything to the sessions of a user that were issued before a time; access keys go on (ST-105). Gives the user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
public sealed record RevokeUserSessions(string UserName) : IamComposite<IamUser>
{
    /// <summary>The time, in milliseconds; <see langword="null"/> for now.</summary>
    public DateTimeOffset? Before { get; init; }

    internal override void Validate(ParameterCheck check) => NamedKind.User.Check(check, UserName);

    internal override async ValueTask<IamUser> ApplyAsync(AdministrationWork work)
    {
        var policy = CutOffPolicies.Revocation(Before ?? work.Options.TimeProvider.GetUtcNow());
        var put = new PutUserPolicy(UserName, policy.Name, policy.Document.ToString()) { ExpectedRevision = ExpectedRevision };
        return (await work.RunAsync(put).ConfigureAwait(false)).Value;
    }
}
