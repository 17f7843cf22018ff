using IamCore.Administration;
using IamCore.Administration.Organizations;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>
/// Creates an Identity Center instance: for the organization if the account manages one, otherwise for the account only (ST-132). The
/// result is
/// the new instance.
/// </summary>
/// <param name="Name">A name for people, at most 255 characters.</param>
public sealed record CreateInstance(string Name = "") : IamChange<IdentityCenterInstance>
{
    /// <summary>The home region of the instance (ST-143).</summary>
    /// <value><c>us-east-1</c></value>
    public string? HomeRegion { get; init; }

    /// <summary>The URL of the access portal, for use in invitations; <see langword="null"/> if there is none (ST-137).</summary>
    public string? PortalUrl { get; init; }

    /// <inheritdoc />
    public override string Action => "sso:CreateInstance";

    internal override IamException MapError(IamException error) => IdentityCenterErrors.Map(error);

    internal override void Validate(ParameterCheck check)
    {
        check.Length(Name ?? "", nameof(Name), 0, 255, "ST-132");
        InstanceRules.CheckUrl(check, PortalUrl);
        check.Require(
            HomeRegion is null || (HomeRegion.Length is > 0 and <= 32 && HomeRegion.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')),
            nameof(HomeRegion), "must be the name of a region", "ST-143");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<IdentityCenterInstance> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.FindAsync(work).ConfigureAwait(false);
        var instance = new IdentityCenterInstance
        {
            Id = "ssoins-" + work.Options.Random.Text(16, InstanceRules.Hex),
            Account = work.AccountId,
            Partition = work.Partition,
            OrganizationId = organization?.ManagementAccount == work.AccountId ? organization.Id : null,
            IdentityStoreId = "d-" + work.Options.Random.Text(10, InstanceRules.Hex),
            Name = Name ?? "",
            CreateDate = work.Now,
            HomeRegion = HomeRegion ?? "us-east-1",
            PortalUrl = PortalUrl,
        };
        foreach (var key in (IEnumerable<string>)instance.UniqueKeys)
        {
            if (await work.FindAsync<IdentityCenterInstance>(key).ConfigureAwait(false) is not null)
            {
                throw IdentityCenterErrors.InUse("An Identity Center instance already exists.", "ST-132");
            }
        }

        work.Put(instance);
        return instance;
    }
}
