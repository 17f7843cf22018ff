namespace IamCore.Configuration;

/// <summary>
/// An action that causes a service to perform another action on behalf of the caller, who needs permission for both (ST-124).
/// </summary>
/// <param name="Action">The action requested, for example <c>reports:Export</c>.</param>
/// <param name="DependsOn">The action that the service then performs, for example <c>storage:Put</c>.</param>
public sealed record DependentAction(ActionName Action, ActionName DependsOn);
