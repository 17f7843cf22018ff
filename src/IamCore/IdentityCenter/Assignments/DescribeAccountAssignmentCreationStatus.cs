using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>Tells how far an assignment is.</summary>
/// <param name="RequestId">What <see cref="CreateAccountAssignment"/> gave.</param>
public sealed record DescribeAccountAssignmentCreationStatus(string RequestId) : DescribeRequest(RequestId)
{
    internal override AssignmentRequestType Type => AssignmentRequestType.Create;
}
