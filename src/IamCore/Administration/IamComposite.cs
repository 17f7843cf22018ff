namespace IamCore.Administration;

/// <summary>
/// An operation composed of others and committed as one change set. Each part is authorized against the state left by the parts before it
/// (ID-242).
/// </summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract record IamComposite<TResult> : IamChange<TResult>
{
    private protected IamComposite()
    {
    }

    internal sealed override ValueTask AuthorizeAsync(AdministrationWork work) => default;
}
