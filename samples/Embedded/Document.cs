using IamCore.Policies;

namespace Embedded;

/// <summary>A document of the service.</summary>
/// <param name="Tenant">The customer it belongs to.</param>
/// <param name="Id">Its name.</param>
/// <param name="Classification">For example <c>internal</c> or <c>secret</c>.</param>
/// <param name="IsOnLegalHold">Whether nobody may change it.</param>
internal sealed record Document(string Tenant, string Id, string Classification = "internal", bool IsOnLegalHold = false)
{
    public ResourceName Resource { get; } = ResourceName.Parse($"arn:app:docs::{DocumentService.Account}:tenant/{Tenant}/document/{Id}");
}
