namespace IamCore.Administration;

/// <summary>An operation made of others in one change set, authorized as each of them against the state that those before it leave (ID-242).</summary>
/// <typeparam name="TResult">What the operation gives back.</typeparam>
public abstract record IamComposite<TResult> : IamChange<TResult>
{
    private protected IamComposite()
    {
    }

    internal sealed override ValueTask AuthorizeAsync(AdministrationWork work) => default;
}
