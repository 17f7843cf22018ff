using IamCore.Administration;

namespace IamCore.IdentityCenter;

/// <summary>An operation of Identity Center that only reads.</summary>
/// <typeparam name="TResult">What the operation gives back.</typeparam>
public abstract record IdentityCenterQuery<TResult> : IamQuery<TResult>, ICenterOperation
{
    private protected IdentityCenterQuery()
    {
    }

    /// <summary>The instance; <see langword="null"/> for the account's own, else that of the organization which it manages or administers.</summary>
    public string? InstanceArn { get; init; }

    string ICenterOperation.ActionName => Action;

    string? ICenterOperation.NamedInstance => InstanceArn;

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CenterAccess.AuthorizeAsync(work, this);

    internal sealed override IamException Restate(IamException refusal) => CenterRefusals.Restated(refusal);
}
