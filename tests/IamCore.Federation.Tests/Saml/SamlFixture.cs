using System.Xml;
using IamCore.Administration.Providers;
using IamCore.Model;

namespace IamCore.Federation.Tests.Saml;

/// <summary>A SAML provider in the account, and a role that trusts it.</summary>
internal sealed class SamlFixture : IDisposable
{
    public const string ProviderArn = "arn:aws:iam::123456789012:saml-provider/Idp";

    private SamlFixture(FederationOptions? options) => Service = new(World.Directory, options);

    public World World { get; } = new();

    public FederationService Service { get; }

    public IamRole Role { get; private set; } = null!;

    public static async Task<SamlFixture> NewAsync(FederationOptions? options = null, string condition = "{}")
    {
        var fixture = new SamlFixture(options);
        await fixture.World.Iam.ExecuteAsync(new CreateSAMLProvider("Idp", TestIdp.Metadata()));
        fixture.Role = await fixture.RoleAsync("Saml", condition);
        return fixture;
    }

    public Task<IamRole> RoleAsync(string name, string condition = "{}", string policy = World.AllowRead) =>
        World.RoleAsync(name, ProviderArn, "sts:AssumeRoleWithSAML", condition, policy: policy);

    /// <summary>An identity provider that offers the role, with changes.</summary>
    public TestIdp Idp(Action<TestIdp>? with = null)
    {
        var idp = new TestIdp(World.Clock.GetUtcNow());
        with?.Invoke(idp);
        if (!idp.Says.Any(attribute => attribute.Name == TestIdp.Attributes + "Role"))
        {
            idp.Say("Role", $"{Role.Arn},{ProviderArn}");
        }

        if (!idp.Says.Any(attribute => attribute.Name == TestIdp.Attributes + "RoleSessionName"))
        {
            idp.Say("RoleSessionName", "maria@corp");
        }

        return idp;
    }

    public async Task<SamlRole> AssumeAsync(string assertion, Func<AssumeRoleWithSaml, AssumeRoleWithSaml>? with = null) =>
        await Service.AssumeRoleWithSamlAsync((with ?? (r => r))(new(Role.Arn, ProviderArn, assertion)));

    public Task<SamlRole> AssumeAsync(XmlDocument response) => AssumeAsync(TestIdp.Encode(response));

    public Task<SamlRole> AssumeAsync(Action<TestIdp>? with = null) => AssumeAsync(Idp(with).Base64());

    public Task<IamException> RefusedAsync(IamErrorCode code, string assertion, Func<AssumeRoleWithSaml, AssumeRoleWithSaml>? with = null) =>
        World.RefusedAsync(code, () => AssumeAsync(assertion, with));

    public Task<IamException> RefusedAsync(IamErrorCode code, XmlDocument response) => RefusedAsync(code, TestIdp.Encode(response));

    public Task<IamException> RefusedAsync(IamErrorCode code, Action<TestIdp> with) => RefusedAsync(code, Idp(with).Base64());

    public void Dispose() => World.Dispose();
}
