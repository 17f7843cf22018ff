using IamCore.Administration;
using IamCore.IdentityCenter;

namespace IamCore;

/// <summary>What operations of Identity Center name, for asking whether the caller may (ST-138).</summary>
internal interface ICenterOperation
{
    string ActionName { get; }

    string? NamedInstance { get; }

    /// <summary>ARN of the permission set named; null where none is.</summary>
    string? NamedSet => null;

    /// <summary>The target account named; null where none is.</summary>
    string? NamedAccount => null;

    /// <summary>The tags passed; null where the operation takes none.</summary>
    ValueList<Tag>? PassedTags => null;
}

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
