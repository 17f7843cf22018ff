using IamCore.Administration;
using IamCore.Administration.Organizations;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>
/// Makes an Identity Center: of the organization where the account manages one, else of the account alone (ST-132). Gives the instance.
/// </summary>
/// <param name="Name">For people.</param>
public sealed record CreateInstance(string Name = "") : IamChange<IdentityCenterInstance>
{
    /// <summary>Where it is at home (ST-143).</summary>
    /// <value><c>us-east-1</c></value>
    public string? HomeRegion { get; init; }

    /// <summary>The address of the access portal, for invitations (ST-137).</summary>
    public string? PortalUrl { get; init; }

    /// <inheritdoc />
    public override string Action => "sso:CreateInstance";

    internal override IamException Restate(IamException refusal) => CenterRefusals.Restated(refusal);

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
                throw CenterRefusals.InUse("There is an Identity Center instance already.", "ST-132");
            }
        }

        work.Put(instance);
        return instance;
    }
}
