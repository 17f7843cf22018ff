namespace IamCore.Administration.Credentials;

/// <summary>An operation on a user's credentials, authorized on that user (ID-240).</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract record UserCredentialCommand<TResult> : IamCommand<TResult>
{
    private protected UserCredentialCommand(string? userName) => UserName = userName;

    /// <summary>
    /// The name of the user, ignoring case; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).
    /// </summary>
    public string? UserName { get; init; }

    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);
}
