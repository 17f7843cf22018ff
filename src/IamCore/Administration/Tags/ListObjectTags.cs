using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Lists an object's tags in ordinal order of their keys (ID-078).</summary>
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
