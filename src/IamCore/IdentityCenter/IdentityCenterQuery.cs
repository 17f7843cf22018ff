using IamCore.Administration;

namespace IamCore.IdentityCenter;

/// <summary>An Identity Center operation that only reads.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract record IdentityCenterQuery<TResult> : IamQuery<TResult>, ICenterOperation
{
    private protected IdentityCenterQuery()
    {
    }

    /// <summary>
    /// The ARN of the instance; <see langword="null"/> for the account's own instance or, without one, that of the organization it
    /// administers.
    /// </summary>
    public string? InstanceArn { get; init; }

    string ICenterOperation.ActionName => Action;

    string? ICenterOperation.NamedInstance => InstanceArn;

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CenterAccess.AuthorizeAsync(work, this);

    internal sealed override IamException MapError(IamException error) => IdentityCenterErrors.Map(error);
}
