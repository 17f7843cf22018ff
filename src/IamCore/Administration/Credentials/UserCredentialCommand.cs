namespace IamCore.Administration.Credentials;

/// <summary>An operation on a user's credentials, authorized on that user (ID-240).</summary>
/// <typeparam name="TResult">What the operation gives back.</typeparam>
public abstract record UserCredentialCommand<TResult> : IamCommand<TResult>
{
    private protected UserCredentialCommand(string? userName) => UserName = userName;

    /// <summary>The user, in any letter case; <see langword="null"/> for the caller, and for root where the host's own code asks (ID-243).</summary>
    public string? UserName { get; init; }

    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);
}
