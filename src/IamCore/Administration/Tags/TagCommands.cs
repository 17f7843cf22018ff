using IamCore.Administration;

namespace IamCore;

/// <summary>Adds tags to an object, or gives those it has other values (ID-076).</summary>
public abstract record TagObject : IamChange<Nothing>
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

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        TagRules.Check(Tags, Target.Kind);
        var target = await Target.GetAsync(work).ConfigureAwait(false);
        CheckRevision(target);
        Errors.Refusals.CheckNotOfIdentityCenter(target);
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

/// <summary>Takes tags from an object; keys it does not have are passed over (ID-076).</summary>
public abstract record UntagObject : IamChange<Nothing>
{
    private protected UntagObject(ValueList<string> tagKeys) => TagKeys = tagKeys;

    /// <summary>The keys.</summary>
    public ValueList<string> TagKeys { get; init; }

    internal abstract TagTarget Target { get; }

    internal override void Validate(ParameterCheck check)
    {
        Target.Validate(check);
        check.TagKeys(TagKeys);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync((await Target.CheckOnAsync(work, Action).ConfigureAwait(false)) with { TagKeys = TagKeys }).ConfigureAwait(false);

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        TagRules.CheckKeys(TagKeys);
        var target = await Target.GetAsync(work).ConfigureAwait(false);
        CheckRevision(target);
        Errors.Refusals.CheckNotOfIdentityCenter(target);
        await ServiceLinkedRoles.CheckFreeAsync(work, target).ConfigureAwait(false);
        var tags = TagRules.Without(TagRules.Of(target)!, TagKeys, Target.Kind);
        if (!tags.Equals(TagRules.Of(target)))
        {
            work.Put(TagRules.With(target, tags));
        }

        return default;
    }
}

/// <summary>Lists an object's tags by key, ordinal (ID-078).</summary>
public abstract record ListObjectTags : IamListQuery<Tag>
{
    private protected ListObjectTags()
    {
    }

    internal abstract TagTarget Target { get; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        Target.Validate(check);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await Target.CheckOnAsync(work, Action).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<Page<Tag>> ApplyAsync(AdministrationWork work)
    {
        var target = await Target.GetAsync(work).ConfigureAwait(false);
        return work.PageOf(this, target.Id, TagRules.Of(target)!, t => t.Key, t => t.Key, isFolded: false);
    }
}
