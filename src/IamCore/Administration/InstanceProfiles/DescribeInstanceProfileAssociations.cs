using IamCore.Model;

namespace IamCore.Administration.InstanceProfiles;

/// <summary>Lists the account's instance profile associations, by workload (ID-137).</summary>
public sealed record DescribeInstanceProfileAssociations : IamListQuery<WorkloadAssociation>
{
    /// <inheritdoc />
    public override string Action => "iamcore:DescribeInstanceProfileAssociations";

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<Page<WorkloadAssociation>> ApplyAsync(AdministrationWork work) =>
        work.PageAsync<WorkloadAssociation, WorkloadAssociation>(this, ObjectKind.WorkloadAssociation, null);
}
