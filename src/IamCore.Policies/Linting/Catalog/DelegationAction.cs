namespace IamCore.Policies.Linting.Catalog;

/// <summary>An action that hands rights on, and the condition key that limits to whom (VA-510).</summary>
/// <param name="Action"><c>prefix:Action</c>.</param>
/// <param name="GuardKey">The condition key; empty where none does.</param>
public sealed record DelegationAction(string Action, string GuardKey);
