using IamCore.Administration.Roles;
using IamCore.Errors;

namespace IamCore.Administration.Tags;

/// <summary>Removes tags from an object; keys it does not have are ignored (ID-076).</summary>
public abstract record UntagObject : IamChange<NoResult>
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

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        TagRules.CheckKeys(TagKeys);
        var target = await Target.GetAsync(work).ConfigureAwait(false);
        CheckRevision(target);
        IamErrors.CheckNotOfIdentityCenter(target);
        await ServiceLinkedRoles.CheckFreeAsync(work, target).ConfigureAwait(false);
        var tags = TagRules.Without(TagRules.Of(target)!, TagKeys, Target.Kind);
        if (!tags.Equals(TagRules.Of(target)))
        {
            work.Put(TagRules.With(target, tags));
        }

        return default;
    }
}
