using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration;

/// <summary>An operation that changes one stored object, which can be held to the state its caller saw (ID-258).</summary>
/// <typeparam name="TResult">What the operation gives back.</typeparam>
public abstract record IamChange<TResult> : IamCommand<TResult>
{
    private protected IamChange()
    {
    }

    /// <summary>The revision the object must still have, else <c>ConcurrentModification</c>; <see langword="null"/> for whichever it has.</summary>
    public long? ExpectedRevision { get; init; }

    private protected void CheckRevision(DirectoryObject target)
    {
        if (ExpectedRevision is { } expected && expected != target.Revision)
        {
            throw Refusals.Conflict(target.ObjectKind, target.ListName);
        }
    }
}
