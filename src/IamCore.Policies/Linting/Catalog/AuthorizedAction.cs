namespace IamCore.Policies.Linting.Catalog;

/// <summary>One action that an operation needs.</summary>
/// <param name="Name">The action without its prefix.</param>
/// <param name="Service">Its prefix.</param>
/// <param name="Context">Condition keys with the values they then have.</param>
public sealed record AuthorizedAction(string Name, string Service, ValueList<ContextValues> Context);
