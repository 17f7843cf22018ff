using IamCore.Administration;

namespace IamCore.IdentityCenter;

/// <summary>An Identity Center operation that changes something. Its errors have the codes of Identity Center's API (ST-138).</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract record IdentityCenterChange<TResult> : IamChange<TResult>, ICenterOperation
{
    private protected IdentityCenterChange()
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
