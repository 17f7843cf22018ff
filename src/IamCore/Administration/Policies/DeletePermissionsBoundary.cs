using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Removes the permissions boundary of a user or role (ID-163). The result is the user or role.</summary>
/// <typeparam name="TEntity">The type of the identity: user or role.</typeparam>
public abstract record DeletePermissionsBoundary<TEntity> : IamChange<TEntity>
    where TEntity : IamEntity
{
    private protected DeletePermissionsBoundary()
    {
    }

    internal abstract string EntityName { get; }

    internal override void Validate(ParameterCheck check) => IdentityRules<TEntity>.Kind.Check(check, EntityName);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await IdentityRules<TEntity>.CheckAsync(work, Action, EntityName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<TEntity> ApplyAsync(AdministrationWork work)
    {
        var entity = await IdentityRules<TEntity>.Kind.GetAsync<TEntity>(work, EntityName, "ID-163").ConfigureAwait(false);
        CheckRevision(entity);
        IdentityRules<TEntity>.CheckModifiable(entity, "ID-126");
        if (entity.PermissionsBoundary is null)
        {
            throw new IamException(IamErrorCode.NoSuchEntity, $"The {IdentityRules<TEntity>.Kind.Noun} {entity.Name} has no permissions boundary.", "ID-163");
        }

        var changed = (TEntity)(IamEntity)(entity with { PermissionsBoundary = null });
        work.Put(changed);
        return changed;
    }
}
