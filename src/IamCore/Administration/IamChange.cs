using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration;

/// <summary>An operation that changes one stored object and can be made conditional on the state its caller saw.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract record IamChange<TResult> : IamCommand<TResult>
{
    private protected IamChange()
    {
    }

    /// <summary>
    /// The revision the object must still have; otherwise the operation fails with <c>ConcurrentModification</c> (ID-258).
    /// </summary>
    /// <value><see langword="null"/>: the object is changed whatever its revision.</value>
    public long? ExpectedRevision { get; init; }

    private protected void CheckRevision(DirectoryObject target)
    {
        if (ExpectedRevision is { } expected && expected != target.Revision)
        {
            throw IamErrors.Conflict(target.ObjectKind, target.ListName);
        }
    }
}
