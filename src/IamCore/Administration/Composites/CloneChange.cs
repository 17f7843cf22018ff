namespace IamCore.Administration.Composites;

/// <summary>One change of cloning.</summary>
/// <param name="Action">The action it is, for example <c>iam:AddUserToGroup</c>.</param>
/// <param name="Subject">The group's name, the managed policy's ARN, or the inline policy's name.</param>
public sealed record CloneChange(string Action, string Subject);
