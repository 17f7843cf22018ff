using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>Lists OpenID Connect providers by URL (ID-176).</summary>
public sealed record ListOpenIDConnectProviders : IamListQuery<OidcProvider>
{
    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<Page<OidcProvider>> ApplyAsync(AdministrationWork work) =>
        work.PageAsync<OidcProvider, OidcProvider>(this, ObjectKind.OidcProvider, null);
}
