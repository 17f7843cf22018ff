using IamCore.Administration;

namespace IamCore.IdentityCenter;

/// <summary>An operation of Identity Center that gives a list, page by page.</summary>
/// <typeparam name="TItem">What the list is of.</typeparam>
public abstract record IdentityCenterListQuery<TItem> : IamListQuery<TItem>, ICenterOperation
{
    private protected IdentityCenterListQuery()
    {
    }

    /// <summary>The instance; <see langword="null"/> for the account's own, else that of the organization which it manages or administers.</summary>
    public string? InstanceArn { get; init; }

    string ICenterOperation.ActionName => Action;

    string? ICenterOperation.NamedInstance => InstanceArn;

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CenterAccess.AuthorizeAsync(work, this);

    internal sealed override IamException Restate(IamException refusal) => CenterRefusals.Restated(refusal);
}
