using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>Lists SAML providers by name (ID-181).</summary>
public sealed record ListSAMLProviders : IamListQuery<SamlProvider>
{
    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<Page<SamlProvider>> ApplyAsync(AdministrationWork work) =>
        work.PageAsync<SamlProvider, SamlProvider>(this, ObjectKind.SamlProvider, null);
}
