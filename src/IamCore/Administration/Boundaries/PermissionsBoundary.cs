using IamCore.Administration;

namespace IamCore;

/// <summary>Sets the permissions boundary of a user or role, in place of the one it may have (ID-162). Gives the user or role.</summary>
/// <typeparam name="TEntity">User or role.</typeparam>
public abstract record PutPermissionsBoundary<TEntity> : IamChange<TEntity>
    where TEntity : IamEntity
{
    private protected PutPermissionsBoundary(string permissionsBoundary)
    {
        PermissionsBoundary = permissionsBoundary;
    }

    /// <summary>ARN of the managed policy.</summary>
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

/// <summary>Sets a user's permissions boundary.</summary>
/// <param name="UserName">The user, in any letter case.</param>
/// <param name="PermissionsBoundary">ARN of the managed policy.</param>
public sealed record PutUserPermissionsBoundary(string UserName, string PermissionsBoundary) : PutPermissionsBoundary<IamUser>(PermissionsBoundary)
{
    internal override string EntityName => UserName;
}

/// <summary>Sets a role's permissions boundary.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
/// <param name="PermissionsBoundary">ARN of the managed policy.</param>
public sealed record PutRolePermissionsBoundary(string RoleName, string PermissionsBoundary) : PutPermissionsBoundary<IamRole>(PermissionsBoundary)
{
    internal override string EntityName => RoleName;
}

/// <summary>Takes the permissions boundary from a user or role (ID-163). Gives the user or role.</summary>
/// <typeparam name="TEntity">User or role.</typeparam>
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

/// <summary>Takes a user's permissions boundary away.</summary>
/// <param name="UserName">The user, in any letter case.</param>
public sealed record DeleteUserPermissionsBoundary(string UserName) : DeletePermissionsBoundary<IamUser>
{
    internal override string EntityName => UserName;
}

/// <summary>Takes a role's permissions boundary away.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
public sealed record DeleteRolePermissionsBoundary(string RoleName) : DeletePermissionsBoundary<IamRole>
{
    internal override string EntityName => RoleName;
}
