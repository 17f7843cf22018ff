using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>Tells how far provisioning is.</summary>
/// <param name="RequestId">What <see cref="ProvisionPermissionSet"/> gave.</param>
public sealed record DescribePermissionSetProvisioningStatus(string RequestId) : DescribeRequest(RequestId)
{
    internal override AssignmentRequestType Type => AssignmentRequestType.Provision;
}
