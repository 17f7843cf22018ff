using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>Tells how far the end of an assignment is.</summary>
/// <param name="RequestId">What <see cref="DeleteAccountAssignment"/> gave.</param>
public sealed record DescribeAccountAssignmentDeletionStatus(string RequestId) : DescribeRequest(RequestId)
{
    internal override AssignmentRequestType Type => AssignmentRequestType.Delete;
}
