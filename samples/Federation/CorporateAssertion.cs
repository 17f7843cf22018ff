using System.Text;
using IamCore.Administration.Providers;
using IamCore.Administration.Roles;
using IamCore.Federation;

namespace FederationSample;

/// <summary>An employee comes from the corporate directory with a SAML assertion: for programs credentials, for the browser a sign-in with a choice of roles.</summary>
internal static class CorporateAssertion
{
    public static async Task RunAsync(Company company)
    {
        Console.WriteLine("A SAML assertion of the corporate directory");
        using var directory = new CorporateDirectory();
        var provider = await company.Iam.ExecuteAsync(new CreateSAMLProvider("Corporate", directory.Metadata));
        var roles = new List<string>();
        foreach (var name in (string[])["Reader", "Editor"])
        {
            var role = await company.Iam.ExecuteAsync(new CreateRole(name, $$"""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"{{provider.Arn}}"},
                 "Action":["sts:AssumeRoleWithSAML","sts:TagSession","sts:SetSourceIdentity"],"Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"} } }]}
                """));
            await company.AllowOwnDepartmentAsync(name);
            roles.Add(role.Value.Arn);
        }

        var service = new FederationService(company.Directory, new() { SamlReplayCache = true });
        string Assertion() => directory.Assert("maria", "handbook", [.. roles.Select(role => $"{role},{provider.Arn}")]);
        var assertion = Assertion();
        #region assume
        var session = await service.AssumeRoleWithSamlAsync(new(roles[0], provider.Arn, assertion));
        #endregion
        Console.WriteLine($"  {session.Subject} is now {session.Role.Arn}, source identity {session.Role.SourceIdentity}");
        await company.AskAsync(session.Session, "docs:Read", "arn:aws:docs:::handbook/1");
        await company.AskAsync(session.Session, "docs:Read", "arn:aws:docs:::payroll/1");

        await Company.TryAsync("the same assertion again", async () => await service.AssumeRoleWithSamlAsync(new(roles[0], provider.Arn, assertion)));
        var altered = Convert.ToBase64String(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Convert.FromBase64String(Assertion())).Replace(">handbook<", ">payroll<", StringComparison.Ordinal)));
        await Company.TryAsync("an altered assertion", async () => await service.AssumeRoleWithSamlAsync(new(roles[0], provider.Arn, altered)));

        assertion = Assertion();
        var offer = await service.SignInWithSamlAsync(new(assertion));
        Console.WriteLine($"  in the browser, to choose from: {string.Join(", ", ((IEnumerable<SamlRoleChoice>)offer.Choices).Select(choice => choice.Pair.RoleArn[(choice.Pair.RoleArn.LastIndexOf('/') + 1)..]))}");
        var chosen = await service.SignInWithSamlAsync(new(assertion) { Choice = offer.Choices[1].Pair });
        Console.WriteLine($"  signed in as {(await company.Sts.GetCallerIdentityAsync(chosen.Session!)).Arn}");
    }
}
