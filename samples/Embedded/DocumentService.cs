using IamCore;
using IamCore.Policies;

namespace Embedded;

/// <summary>The place where the service asks whether somebody may do something.</summary>
internal sealed class DocumentService(IAuthorizer authorizer)
{
    /// <summary>The account that the service's ARNs name.</summary>
    public const string Account = "123456789012";

    /// <summary>The decision, as the service takes it for every request.</summary>
    public ValueTask<AccessResult> DecideAsync(SignIn signIn, string action, Document document) =>
        authorizer.AuthorizeAsync(QuestionFor(signIn, action, document));

    /// <summary>The same decision with its reasons, for support and audit.</summary>
    public ValueTask<AccessExplanation> ExplainAsync(SignIn signIn, string action, Document document) =>
        authorizer.ExplainAsync(QuestionFor(signIn, action, document));

    private static AccessQuestion QuestionFor(SignIn signIn, string action, Document document) =>
        new(signIn.Session, ActionName.Parse(action), document.Resource, new DocumentContext(signIn, document));
}
