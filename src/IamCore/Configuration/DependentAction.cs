namespace IamCore.Configuration;

/// <summary>An action of a service that makes it do another one elsewhere in its caller's name (ST-124): the caller needs both.</summary>
/// <param name="Action">The action asked for, for example <c>reports:Export</c>.</param>
/// <param name="DependsOn">What the service then does for the caller, for example <c>storage:Put</c>.</param>
public sealed record DependentAction(ActionName Action, ActionName DependsOn);
