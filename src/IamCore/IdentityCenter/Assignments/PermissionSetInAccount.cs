namespace IamCore.IdentityCenter.Assignments;

/// <summary>A permission set in an account, and whether its role is up to date.</summary>
/// <param name="PermissionSetArn">The set.</param>
/// <param name="AccountId">The account.</param>
/// <param name="RoleArn">The role.</param>
/// <param name="Status">Whether it is up to date.</param>
public sealed record PermissionSetInAccount(string PermissionSetArn, AccountId AccountId, string RoleArn, ProvisioningStatus Status);
