using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>
/// Sets the permissions boundary of a user or role, replacing any boundary it has (ID-162). The result is the user or role.
/// </summary>
/// <typeparam name="TEntity">The type of the identity: user or role.</typeparam>
public abstract record PutPermissionsBoundary<TEntity> : IamChange<TEntity>
    where TEntity : IamEntity
{
    private protected PutPermissionsBoundary(string permissionsBoundary)
    {
        PermissionsBoundary = permissionsBoundary;
    }

    /// <summary>The ARN of the managed policy.</summary>
    public string PermissionsBoundary { get; init; }

    internal abstract string EntityName { get; }

    internal override void Validate(ParameterCheck check)
    {
        IdentityRules<TEntity>.Kind.Check(check, EntityName);
        check.PolicyArn(PermissionsBoundary, nameof(PermissionsBoundary), "ID-162");
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        var check = await IdentityRules<TEntity>.Kind.CheckOnAsync(work, Action, EntityName).ConfigureAwait(false);
        await work.CheckAsync(check with { PermissionsBoundary = PermissionsBoundary }).ConfigureAwait(false);
    }

    internal override async ValueTask<TEntity> ApplyAsync(AdministrationWork work)
    {
        var entity = await IdentityRules<TEntity>.Kind.GetAsync<TEntity>(work, EntityName, "ID-162").ConfigureAwait(false);
        CheckRevision(entity);
        var boundary = await ResolvedPolicy.BoundaryAsync(work, PermissionsBoundary, "ID-162").ConfigureAwait(false);
        IdentityRules<TEntity>.CheckModifiable(entity, "ID-162");
        if (entity.PermissionsBoundary == boundary)
        {
            return entity;
        }

        var changed = (TEntity)(IamEntity)(entity with { PermissionsBoundary = boundary });
        work.Put(changed);
        return changed;
    }
}
