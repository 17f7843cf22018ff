using IamCore.AspNetCore.Templates;
using Microsoft.AspNetCore.Authorization;

namespace IamCore.AspNetCore;

/// <summary>That the caller may do an action on a resource, as the policies of the directory say. Immutable.</summary>
/// <remarks>
/// Allow succeeds, an explicit deny fails the authorization for good, and an implicit deny leaves the requirement unmet, so that another
/// handler of the host may still grant it.
/// </remarks>
public sealed class IamRequirement : IAuthorizationRequirement
{
    /// <summary>A requirement.</summary>
    /// <param name="action">For example <c>docs:ReadDocument</c>.</param>
    /// <param name="resource">
    /// An ARN with route values in braces, for example <c>arn:app:docs::123456789012:tenant/{tenant}/document/{id}</c>; <c>*</c> where the action
    /// names no resource; <see langword="null"/> where whoever asks passes the resource as an object.
    /// </param>
    /// <exception cref="FormatException">The action or the template is not one.</exception>
    public IamRequirement(string action, string? resource = null)
    {
        Action = ActionName.Parse(action);
        if (resource is not null)
        {
            Template = ResourceTemplate.TryParse(resource, out var template, out var problem)
                ? template : throw new FormatException($"The resource template \"{resource}\" of {action} is wrong: {problem}");
        }
    }

    /// <summary>The action asked for.</summary>
    public ActionName Action { get; }

    /// <summary>The resource as given; <see langword="null"/> where it comes as an object.</summary>
    public string? Resource => Template?.Text;

    internal ResourceTemplate? Template { get; }

    /// <summary>Action and resource.</summary>
    public override string ToString() => $"{Action} on {Resource ?? "the resource passed"}";
}
