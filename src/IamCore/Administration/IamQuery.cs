namespace IamCore.Administration;

/// <summary>An operation that only reads.</summary>
/// <typeparam name="TResult">What the operation gives back.</typeparam>
public abstract record IamQuery<TResult> : IamCommand<TResult>
{
    private protected IamQuery()
    {
    }

    internal sealed override bool IsReadOnly => true;
}
