namespace IamCore.Administration.Composites;

/// <summary>A change made when a user's permissions are cloned.</summary>
/// <param name="Action">The action of the change, for example <c>iam:AddUserToGroup</c>.</param>
/// <param name="Subject">The name of the group, the ARN of the managed policy, or the name of the inline policy.</param>
public sealed record CloneChange(string Action, string Subject);
