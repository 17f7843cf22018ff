using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>Returns the state of the deletion of an assignment.</summary>
/// <param name="RequestId">The id of the request returned by <see cref="DeleteAccountAssignment"/>.</param>
public sealed record DescribeAccountAssignmentDeletionStatus(string RequestId) : DescribeRequest(RequestId)
{
    internal override AssignmentRequestType Type => AssignmentRequestType.Delete;
}
