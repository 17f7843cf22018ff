using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Finds the id of a directory user by its name or by one of its external ids.</summary>
public sealed record GetUserId : IdentityCenterQuery<string>
{
    /// <summary>The name, in any letter case; <see langword="null"/> where the external id is given.</summary>
    public string? UserName { get; init; }

    /// <summary>The external id; <see langword="null"/> where the name is given.</summary>
    public ExternalId? ExternalId { get; init; }

    /// <inheritdoc />
    public override string Action => "identitystore:GetUserId";

    internal override void Validate(ParameterCheck check) =>
        check.Require(UserName is null != ExternalId is null, nameof(UserName), "must be given, or ExternalId, and not both", "ST-133");

    internal override async ValueTask<string> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var key = UserName is not null ? DirectoryUser.NameKey(instance.Id, UserName) : DirectoryUser.ExternalKey(instance.Id, ExternalId!);
        return (await work.FindAsync<DirectoryUser>(key).ConfigureAwait(false))?.Id ?? throw CenterRefusals.Missing("user", "ST-133");
    }
}
