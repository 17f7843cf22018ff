namespace IamCore.IdentityCenter.Assignments;

/// <summary>A permission set provisioned in an account.</summary>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
/// <param name="AccountId">The account.</param>
/// <param name="RoleArn">The ARN of the role.</param>
/// <param name="Status">Whether the role is up to date with the permission set.</param>
public sealed record PermissionSetInAccount(string PermissionSetArn, AccountId AccountId, string RoleArn, ProvisioningStatus Status);
