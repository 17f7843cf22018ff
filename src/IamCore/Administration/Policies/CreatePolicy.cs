using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>
/// Creates a customer managed policy with version <c>v1</c> (ID-141). The result is the new policy with the validator's findings.
/// </summary>
/// <param name="PolicyName">The name (ID-047).</param>
/// <param name="PolicyDocument">The policy document, stored as written.</param>
public sealed record CreatePolicy(string PolicyName, string PolicyDocument) : IamChange<SaveResult<ManagedPolicy>>
{
    /// <summary>The path, which begins and ends with a slash (ID-054).</summary>
    /// <value><c>/</c></value>
    public string? Path { get; init; }

    /// <summary>A description for people. It cannot be changed later.</summary>
    public string? Description { get; init; }

    /// <summary>The tags.</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.Policy.Check(check, PolicyName);
        check.Document(PolicyDocument, nameof(PolicyDocument));
        check.PolicyPath(Path, nameof(Path));
        check.PolicyDescription(Description);
        check.Tags(Tags);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        var arn = NamedKind.Policy.ArnOf(work, PolicyName, Path ?? "/");
        await work.CheckAsync(new() { Action = Action, Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        if (Tags.Count > 0)
        {
            await work.CheckAsync(new() { Action = "iam:TagPolicy", Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        }
    }

    internal override async ValueTask<SaveResult<ManagedPolicy>> ApplyAsync(AdministrationWork work)
    {
        var text = new PolicyText(PolicyDocument);
        await NamedKind.Policy.CheckFreeAsync(work, PolicyName, "ID-141").ConfigureAwait(false);
        await work.CheckQuotaAsync(ObjectKind.ManagedPolicy, Quota.PoliciesPerAccount).ConfigureAwait(false);
        work.Quotas.Check(Quota.PolicySize, text.Size);
        TagRules.CheckCount(Tags, work.Quotas);
        var (_, findings) = DocumentRules.Check(work, text, PolicyType.Identity);
        ReservedPaths.Check(Path);
        TagRules.Check(Tags, ObjectKind.ManagedPolicy);
        var policy = new ManagedPolicy
        {
            Id = work.NewId(ObjectKind.ManagedPolicy),
            Account = work.AccountId,
            Partition = work.Partition,
            Name = PolicyName,
            Path = Path ?? "/",
            Description = Description,
            CreateDate = work.Now,
            UpdateDate = work.Now,
            DefaultVersionId = "v1",
            NextVersion = 2,
            Versions = [new("v1", text, work.Now)],
            Tags = TagRules.Normalize(Tags),
        };
        work.Put(policy);
        return new(policy, findings);
    }
}
