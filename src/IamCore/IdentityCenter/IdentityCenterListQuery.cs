using IamCore.Administration;

namespace IamCore.IdentityCenter;

/// <summary>An Identity Center operation that returns a list page by page.</summary>
/// <typeparam name="TItem">The type of the items.</typeparam>
public abstract record IdentityCenterListQuery<TItem> : IamListQuery<TItem>, ICenterOperation
{
    private protected IdentityCenterListQuery()
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
