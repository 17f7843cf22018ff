using IamCore.AspNetCore;
using IamCore.Model;

namespace MinimalApi;

/// <summary>A document of the service.</summary>
/// <param name="Tenant">The customer it belongs to.</param>
/// <param name="Id">Its name among the tenant's documents.</param>
/// <param name="Text">What it says.</param>
/// <param name="Classification">For example <c>internal</c> or <c>secret</c>; policies ask for it as the tag <c>Classification</c>.</param>
internal sealed record Document(string Tenant, string Id, string Text, string Classification = "internal") : IIamResource
{
    /// <summary>The ARN of a document, with its tenant and its name from the route.</summary>
    public const string Arn = "arn:app:docs::123456789012:tenant/{tenant}/document/{id}";

    /// <inheritdoc />
    public IamResource ToIamResource() =>
        new($"arn:app:docs::123456789012:tenant/{Uri.EscapeDataString(Tenant)}/document/{Uri.EscapeDataString(Id)}") { Tags = [new Tag("Classification", Classification)] };
}
