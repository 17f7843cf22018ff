namespace IamCore;

/// <summary>Convenience overloads of <see cref="IAuthorizer"/>.</summary>
public static class AuthorizerExtensions
{
    /// <summary>Decides whether a principal may perform an action on a resource.</summary>
    /// <param name="authorizer">The authorizer.</param>
    /// <param name="principal">The principal that makes the request.</param>
    /// <param name="action">The action requested.</param>
    /// <param name="resource">The resource concerned; <see cref="ResourceName.None"/> if the action applies to none.</param>
    /// <param name="context">What the host knows about the request.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The answer.</returns>
    public static ValueTask<AccessResult> AuthorizeAsync(
        this IAuthorizer authorizer,
        Principal principal,
        ActionName action,
        ResourceName resource,
        IRequestContext? context = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(authorizer);
        return authorizer.AuthorizeAsync(new AccessQuestion(principal, action, resource, context), cancellationToken);
    }

    /// <summary>Decides a question given as text. The text is parsed on each call; parse the parts once if you ask often.</summary>
    /// <param name="authorizer">The authorizer.</param>
    /// <param name="principal">An ARN, or <c>*</c> for an anonymous principal.</param>
    /// <param name="action">The action, for example <c>docs:Read</c>.</param>
    /// <param name="resource">An ARN, or <c>*</c> if the action applies to no particular resource.</param>
    /// <param name="context">What the host knows about the request.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="FormatException">The principal, action or resource is malformed.</exception>
    public static ValueTask<AccessResult> AuthorizeAsync(
        this IAuthorizer authorizer,
        string principal,
        string action,
        string resource,
        IRequestContext? context = null,
        CancellationToken cancellationToken = default) =>
        authorizer.AuthorizeAsync(Principal.Parse(principal), ActionName.Parse(action), ResourceName.Parse(resource), context, cancellationToken);
}
