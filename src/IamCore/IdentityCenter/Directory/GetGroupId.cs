using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Returns the id of a directory group, given its name or one of its external ids.</summary>
public sealed record GetGroupId : IdentityCenterQuery<string>
{
    /// <summary>The name, ignoring case; <see langword="null"/> if <see cref="ExternalId"/> is specified.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The external id; <see langword="null"/> if <see cref="DisplayName"/> is specified.</summary>
    public ExternalId? ExternalId { get; init; }

    /// <inheritdoc />
    public override string Action => "identitystore:GetGroupId";

    internal override void Validate(ParameterCheck check) =>
        check.Require(DisplayName is null != ExternalId is null, nameof(DisplayName), "must be specified if, and only if, ExternalId is not", "ST-134");

    internal override async ValueTask<string> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var key = DisplayName is not null ? DirectoryGroup.NameKey(instance.Id, DisplayName) : DirectoryGroup.ExternalKey(instance.Id, ExternalId!);
        return (await work.FindAsync<DirectoryGroup>(key).ConfigureAwait(false))?.Id ?? throw IdentityCenterErrors.Missing("group", "ST-134");
    }
}
