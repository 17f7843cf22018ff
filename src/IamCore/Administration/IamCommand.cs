namespace IamCore.Administration;

/// <summary>
/// One operation with its parameters, named as in AWS's APIs (ID-003). A command is data: any front can make one and hand it to an
/// <see cref="IamAdministration"/>, which checks its form, authorizes it, checks the state and makes its changes, all or none.
/// </summary>
/// <typeparam name="TResult">What the operation gives back.</typeparam>
public abstract record IamCommand<TResult>
{
    private protected IamCommand()
    {
    }

    /// <summary>The action that the operation is authorized as, for example <c>iam:CreateUser</c> (ID-237); the composite operations of
    /// ID-242 are authorized as the actions of their parts.</summary>
    public virtual string Action => $"iam:{GetType().Name}";

    /// <summary>Whether it never changes anything.</summary>
    internal virtual bool IsReadOnly => false;

    /// <summary>Checks the form of the parameters, without looking at any state (ID-058).</summary>
    internal abstract void Validate(ParameterCheck check);

    /// <summary>Asks whether the caller may, before the state matters (ID-238).</summary>
    internal abstract ValueTask AuthorizeAsync(AdministrationWork work);

    /// <summary>Checks the state, makes the changes in the unit of work, and gives the result.</summary>
    internal abstract ValueTask<TResult> ApplyAsync(AdministrationWork work);

    /// <summary>What is left to do once the changes are stored and other writers have their turn.</summary>
    internal virtual ValueTask AfterAsync(IamDirectory directory, AccountId account, TResult result, CancellationToken cancellationToken) => default;

    /// <summary>A refusal with the code that the operation's own service uses.</summary>
    internal virtual IamException Restate(IamException refusal) => refusal;

    /// <summary>Authorizes and applies; a composite operation runs its parts instead (ID-242).</summary>
    internal virtual async ValueTask<TResult> RunAsync(AdministrationWork work)
    {
        if (work.IsAuthorized)
        {
            await AuthorizeAsync(work).ConfigureAwait(false);
        }

        return await ApplyAsync(work).ConfigureAwait(false);
    }
}
