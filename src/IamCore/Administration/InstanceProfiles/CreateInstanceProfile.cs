using IamCore.Model;

namespace IamCore.Administration.InstanceProfiles;

/// <summary>Creates an instance profile without a role (ID-132). The result is the new profile.</summary>
/// <param name="InstanceProfileName">The name (ID-046).</param>
public sealed record CreateInstanceProfile(string InstanceProfileName) : IamChange<InstanceProfile>
{
    /// <summary>The path, which begins and ends with a slash (ID-053).</summary>
    /// <value><c>/</c></value>
    public string? Path { get; init; }

    /// <summary>The tags.</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.InstanceProfile.Check(check, InstanceProfileName);
        check.ObjectPath(Path, nameof(Path));
        check.Tags(Tags);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        var arn = NamedKind.InstanceProfile.ArnOf(work, InstanceProfileName, Path ?? "/");
        await work.CheckAsync(new() { Action = Action, Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        if (Tags.Count > 0)
        {
            await work.CheckAsync(new() { Action = "iam:TagInstanceProfile", Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        }
    }

    internal override async ValueTask<InstanceProfile> ApplyAsync(AdministrationWork work)
    {
        TagRules.Check(Tags, ObjectKind.InstanceProfile);
        TagRules.CheckCount(Tags, work.Quotas);
        await NamedKind.InstanceProfile.CheckFreeAsync(work, InstanceProfileName, "ID-132").ConfigureAwait(false);
        await work.CheckQuotaAsync(ObjectKind.InstanceProfile, Quota.InstanceProfilesPerAccount).ConfigureAwait(false);
        var profile = new InstanceProfile
        {
            Id = work.NewId(ObjectKind.InstanceProfile),
            Account = work.AccountId,
            Partition = work.Partition,
            Name = InstanceProfileName,
            Path = Path ?? "/",
            CreateDate = work.Now,
            Tags = TagRules.Normalize(Tags),
        };
        work.Put(profile);
        return profile;
    }
}
