using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Returns the id of a directory user, given the name or one of the external ids.</summary>
public sealed record GetUserId : IdentityCenterQuery<string>
{
    /// <summary>The name, ignoring case; <see langword="null"/> if <see cref="ExternalId"/> is specified.</summary>
    public string? UserName { get; init; }

    /// <summary>The external id; <see langword="null"/> if <see cref="UserName"/> is specified.</summary>
    public ExternalId? ExternalId { get; init; }

    /// <inheritdoc />
    public override string Action => "identitystore:GetUserId";

    internal override void Validate(ParameterCheck check) =>
        check.Require(UserName is null != ExternalId is null, nameof(UserName), "must be specified if, and only if, ExternalId is not", "ST-133");

    internal override async ValueTask<string> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var key = UserName is not null ? DirectoryUser.NameKey(instance.Id, UserName) : DirectoryUser.ExternalKey(instance.Id, ExternalId!);
        return (await work.FindAsync<DirectoryUser>(key).ConfigureAwait(false))?.Id ?? throw IdentityCenterErrors.Missing("user", "ST-133");
    }
}
