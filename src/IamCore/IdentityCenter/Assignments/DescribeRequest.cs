using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>Returns the state of a request about assignments or provisioning (ST-142).</summary>
/// <param name="RequestId">The id of the request.</param>
public abstract record DescribeRequest(string RequestId) : IdentityCenterQuery<AssignmentRequest>
{
    /// <inheritdoc />
    public override string Action => $"sso:{GetType().Name}";

    internal abstract AssignmentRequestType Type { get; }

    internal override void Validate(ParameterCheck check) => DirectoryRules.CheckId(check, RequestId, nameof(RequestId));

    internal override async ValueTask<AssignmentRequest> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var request = await work.FindAsync<AssignmentRequest>(new ObjectKey(ObjectKind.AssignmentRequest, RequestId)).ConfigureAwait(false);
        return request?.InstanceId == instance.Id && request.Type == Type ? request : throw IdentityCenterErrors.Missing("request", "ST-142");
    }
}
