using IamCore.Policies;

namespace Embedded;

/// <summary>A user of the document service, by the name it has in the directory: who is in which group, tagged and bounded how, stands there.</summary>
/// <param name="Name">The user's name.</param>
/// <param name="Tenant">The customer the user works for; the path of the user.</param>
internal sealed record AppUser(string Name, string Tenant)
{
    public Principal Principal { get; } = Principal.Parse($"arn:aws:iam::{DocumentService.Account}:user/{Tenant}/{Name}");
}
