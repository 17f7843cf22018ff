namespace IamCore.Policies.Linting.Catalog;

/// <summary>Declares one service.</summary>
public sealed class ServiceBuilder
{
    private readonly List<CatalogAction> _actions = [];
    private readonly List<CatalogResource> _resources = [];
    private readonly List<CatalogConditionKey> _keys = [];
    private readonly List<DelegationAction> _delegations = [];
    private CatalogService _service;

    internal ServiceBuilder(string prefix) => _service = new CatalogService { Name = prefix, Version = "v1.4" };

    /// <summary>Declares an action.</summary>
    /// <param name="name">The name without prefix.</param>
    /// <param name="level">What it does to resources.</param>
    /// <param name="resources">The types of resources it takes; none: it is used with <c>*</c>.</param>
    /// <param name="conditionKeys">Condition keys it supports beside those of its resources.</param>
    public ServiceBuilder Action(string name, AccessLevel level, IEnumerable<string>? resources = null, IEnumerable<string>? conditionKeys = null) =>
        Action(new CatalogAction
        {
            Name = name,
            Resources = [.. resources ?? []],
            ConditionKeys = [.. conditionKeys ?? []],
            Properties = new ActionProperties(
                level == AccessLevel.List, level == AccessLevel.PermissionsManagement, level == AccessLevel.Tagging,
                level is AccessLevel.Write or AccessLevel.Tagging or AccessLevel.PermissionsManagement),
        });

    /// <summary>Declares an action with all its members.</summary>
    public ServiceBuilder Action(CatalogAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        _actions.Add(action);
        return this;
    }

    /// <summary>Declares a resource type.</summary>
    /// <param name="name">The name of the type.</param>
    /// <param name="arnFormat">Its ARNs, for example <c>arn:${Partition}:docs:${Region}:${Account}:document/${Id}</c>.</param>
    /// <param name="conditionKeys">Condition keys of requests for such resources.</param>
    public ServiceBuilder Resource(string name, string arnFormat, params IEnumerable<string> conditionKeys) =>
        Resource(new CatalogResource { Name = name, ArnFormats = [arnFormat], ConditionKeys = [.. conditionKeys] });

    /// <summary>Declares a resource type with all its members.</summary>
    public ServiceBuilder Resource(CatalogResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        _resources.Add(resource);
        return this;
    }

    /// <summary>Declares a condition key.</summary>
    /// <param name="name">The whole key, for example <c>docs:Classification</c>.</param>
    /// <param name="type">Its type (VA-204).</param>
    /// <param name="values">All values there are; none: not limited.</param>
    public ServiceBuilder ConditionKey(string name, string type = "String", params IEnumerable<string> values) =>
        ConditionKey(new CatalogConditionKey { Name = name, Types = [type], Values = [.. values] });

    /// <summary>Declares a condition key with all its members.</summary>
    public ServiceBuilder ConditionKey(CatalogConditionKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _keys.Add(key);
        return this;
    }

    /// <summary>Declares an action that hands rights on, and the condition key that limits to whom (VA-510).</summary>
    public ServiceBuilder DelegationAction(string action, string guardKey)
    {
        _delegations.Add(new DelegationAction(action, guardKey));
        return this;
    }

    /// <summary>Sets the members of the service itself, for example <c>s =&gt; s with { Complete = true }</c>.</summary>
    public ServiceBuilder With(Func<CatalogService, CatalogService> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _service = change(_service) with { Name = _service.Name };
        return this;
    }

    internal CatalogService Build() => _service with
    {
        Actions = [.. _actions],
        Resources = [.. _resources],
        ConditionKeys = [.. _keys],
        DelegationActions = [.. _delegations],
        IsAws = false,
    };
}
