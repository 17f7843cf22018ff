using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>Returns the state of the provisioning of a permission set.</summary>
/// <param name="RequestId">The id of the request returned by <see cref="ProvisionPermissionSet"/>.</param>
public sealed record DescribePermissionSetProvisioningStatus(string RequestId) : DescribeRequest(RequestId)
{
    internal override AssignmentRequestType Type => AssignmentRequestType.Provision;
}
