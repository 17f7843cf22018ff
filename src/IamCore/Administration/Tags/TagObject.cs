using IamCore.Administration.Roles;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Adds tags to an object, or changes the values of tags it already has (ID-076).</summary>
public abstract record TagObject : IamChange<NoResult>
{
    private protected TagObject(ValueList<Tag> tags) => Tags = tags;

    /// <summary>The tags.</summary>
    public ValueList<Tag> Tags { get; init; }

    internal abstract TagTarget Target { get; }

    internal override void Validate(ParameterCheck check)
    {
        Target.Validate(check);
        check.Tags(Tags);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync((await Target.CheckOnAsync(work, Action).ConfigureAwait(false)) with { RequestTags = Tags }).ConfigureAwait(false);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        TagRules.Check(Tags, Target.Kind);
        var target = await Target.GetAsync(work).ConfigureAwait(false);
        CheckRevision(target);
        IamErrors.CheckNotOfIdentityCenter(target);
        await ServiceLinkedRoles.CheckFreeAsync(work, target).ConfigureAwait(false);
        var tags = TagRules.Merge(TagRules.Of(target)!, Tags, Target.Kind);
        TagRules.CheckCount(tags, work.Quotas);
        if (!tags.Equals(TagRules.Of(target)))
        {
            work.Put(TagRules.With(target, tags));
        }

        return default;
    }
}
