namespace IamCore;

/// <summary>Shorter ways to ask.</summary>
public static class AuthorizerExtensions
{
    /// <summary>Decides a question given in parts.</summary>
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

    /// <summary>Decides a question given as text. Reads the text anew each time: who asks often keeps the parts.</summary>
    /// <param name="authorizer">Who decides.</param>
    /// <param name="principal">An ARN, or <c>*</c> for anonymous.</param>
    /// <param name="action">For example <c>docs:Read</c>.</param>
    /// <param name="resource">An ARN, or <c>*</c> where the action names none.</param>
    /// <param name="context">What is known of the request.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="FormatException">A text is not what it should be.</exception>
    public static ValueTask<AccessResult> AuthorizeAsync(
        this IAuthorizer authorizer,
        string principal,
        string action,
        string resource,
        IRequestContext? context = null,
        CancellationToken cancellationToken = default) =>
        authorizer.AuthorizeAsync(Principal.Parse(principal), ActionName.Parse(action), ResourceName.Parse(resource), context, cancellationToken);
}
