using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>Returns the state of the creation of an assignment.</summary>
/// <param name="RequestId">The id of the request returned by <see cref="CreateAccountAssignment"/>.</param>
public sealed record DescribeAccountAssignmentCreationStatus(string RequestId) : DescribeRequest(RequestId)
{
    internal override AssignmentRequestType Type => AssignmentRequestType.Create;
}
