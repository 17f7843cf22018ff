using IamCore.Administration;

namespace IamCore.IdentityCenter;

/// <summary>An operation of Identity Center that changes something. It is refused with the codes of ST-138.</summary>
/// <typeparam name="TResult">What the operation gives back.</typeparam>
public abstract record IdentityCenterChange<TResult> : IamChange<TResult>, ICenterOperation
{
    private protected IdentityCenterChange()
    {
    }

    /// <summary>The instance; <see langword="null"/> for the account's own, else that of the organization which it manages or administers.</summary>
    public string? InstanceArn { get; init; }

    string ICenterOperation.ActionName => Action;

    string? ICenterOperation.NamedInstance => InstanceArn;

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CenterAccess.AuthorizeAsync(work, this);

    internal sealed override IamException Restate(IamException refusal) => CenterRefusals.Restated(refusal);
}
