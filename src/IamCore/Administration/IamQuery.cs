namespace IamCore.Administration;

/// <summary>An operation that only reads.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract record IamQuery<TResult> : IamCommand<TResult>
{
    private protected IamQuery()
    {
    }

    internal sealed override bool IsReadOnly => true;
}
