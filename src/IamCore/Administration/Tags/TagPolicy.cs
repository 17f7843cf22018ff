using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Tags a customer managed policy.</summary>
/// <param name="PolicyArn">The ARN of the policy.</param>
/// <param name="Tags">The tags to add or change.</param>
public sealed record TagPolicy(string PolicyArn, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.ManagedPolicy, PolicyArn);
}
