using Microsoft.AspNetCore.Authorization;

namespace IamCore.AspNetCore;

/// <summary>
/// Demands that the caller may do an action on the resource that the route names. Like <see cref="AuthorizeAttribute"/> it demands first what the host's
/// default policy does, usually that somebody signed in; <c>AllowIamAnonymous</c> on the endpoint lets the policies decide about everybody.
/// Several of them must all be met.
/// </summary>
/// <example><code>
/// [IamAuthorize("docs:ReadDocument", "arn:app:docs::123456789012:tenant/{tenant}/document/{id}")]
/// </code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = true)]
public sealed class IamAuthorizeAttribute : Attribute, IAuthorizeData, IAuthorizationRequirementData
{
    private IamRequirement[]? _requirements;

    /// <summary>Demands an action.</summary>
    /// <param name="action">For example <c>docs:ReadDocument</c>.</param>
    /// <param name="resource">An ARN with route values in braces, or <c>*</c> where the action names no resource; see <see cref="IamRequirement"/>.
    /// What is wrong with it, the host's start tells.</param>
    public IamAuthorizeAttribute(string action, string resource)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(resource);
        Action = action;
        Resource = resource;
    }

    /// <summary>The action.</summary>
    public string Action { get; }

    /// <summary>The template of the resource.</summary>
    public string Resource { get; }

    /// <summary>The authentication schemes that make the caller, separated by commas; by default the host's default scheme.</summary>
    public string? AuthenticationSchemes { get; set; }

    string? IAuthorizeData.Policy { get; set; }

    string? IAuthorizeData.Roles { get; set; }

    /// <inheritdoc />
    /// <exception cref="FormatException">The action or the template is not one.</exception>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => _requirements ??= [new IamRequirement(Action, Resource)];

    /// <summary>Action and resource.</summary>
    public override string ToString() => $"{Action} on {Resource}";
}
