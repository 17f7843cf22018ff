namespace IamCore.Administration;

/// <summary>
/// One operation with its parameters, named as in AWS's APIs (ID-003). A command is plain data: create one, optionally from a request of
/// your own, and pass it to an <see cref="IamAdministration"/>, which validates the parameters, authorizes the caller, checks the state and
/// commits all of the changes or none of them.
/// </summary>
/// <example>
/// <code>
/// var account = directory.ForAccount(AccountId.Parse("123456789012"));
/// IamUser user = await account.ExecuteAsync(new CreateUser("alice"), cancellationToken);
/// await account.ExecuteAsync(new AttachUserPolicy(user.Name, "arn:aws:iam::aws:policy/ReadOnlyAccess"), cancellationToken);
/// </code>
/// </example>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract record IamCommand<TResult>
{
    private protected IamCommand()
    {
    }

    /// <summary>
    /// The action that authorizes the operation, for example <c>iam:CreateUser</c> (ID-237). Operations composed of others are authorized
    /// as the actions of their parts (ID-242).
    /// </summary>
    public virtual string Action => $"iam:{GetType().Name}";

    /// <summary>Whether the operation never changes anything.</summary>
    internal virtual bool IsReadOnly => false;

    /// <summary>Checks the form of the parameters, without looking at any state (ID-058).</summary>
    internal abstract void Validate(ParameterCheck check);

    /// <summary>Authorizes the caller before any state is checked (ID-238).</summary>
    internal abstract ValueTask AuthorizeAsync(AdministrationWork work);

    /// <summary>Checks the state, makes the changes in the unit of work and returns the result.</summary>
    internal abstract ValueTask<TResult> ApplyAsync(AdministrationWork work);

    /// <summary>Does what remains once the changes are committed and other writers have had their turn.</summary>
    internal virtual ValueTask AfterAsync(IamDirectory directory, AccountId account, TResult result, CancellationToken cancellationToken) => default;

    /// <summary>Maps an error to the code that the operation's own service uses.</summary>
    internal virtual IamException MapError(IamException error) => error;

    /// <summary>Authorizes and applies the operation; a composite operation runs its parts instead (ID-242).</summary>
    internal virtual async ValueTask<TResult> RunAsync(AdministrationWork work)
    {
        if (work.IsAuthorized)
        {
            await AuthorizeAsync(work).ConfigureAwait(false);
        }

        return await ApplyAsync(work).ConfigureAwait(false);
    }
}
