using IamCore.Policies;

namespace Embedded;

/// <summary>A user of the document service.</summary>
/// <param name="Name">The user's name.</param>
/// <param name="Tenant">The customer the user works for.</param>
/// <param name="Groups">Names of the groups, each a file in <c>policies/groups</c>.</param>
/// <param name="Boundary">Name of a file in <c>policies/boundaries</c>, if the user is bounded.</param>
internal sealed record AppUser(string Name, string Tenant, string[] Groups, string? Boundary = null)
{
    public Principal Principal { get; } = Principal.Parse($"arn:aws:iam::{DocumentService.Account}:user/{Tenant}/{Name}");
}
