using IamCore.Policies;

namespace Embedded;

/// <summary>The place where the service asks whether a user may do something.</summary>
internal sealed class DocumentService(PolicyFolder policies)
{
    /// <summary>The account that the service's ARNs name.</summary>
    public const string Account = "123456789012";

    /// <summary>The decision, as the service takes it for every request.</summary>
    public AccessDecision Decide(SignIn signIn, string action, Document document) =>
        PolicyEvaluator.Evaluate(RequestFor(signIn, action, document), policies.For(signIn.User));

    /// <summary>The same decision with its reasons, for support and audit.</summary>
    public Explanation Explain(SignIn signIn, string action, Document document) =>
        PolicyEvaluator.Explain(RequestFor(signIn, action, document), policies.For(signIn.User));

    private static AccessRequest RequestFor(SignIn signIn, string action, Document document) =>
        new(signIn.User.Principal, ActionName.Parse(action), document.Resource, new DocumentContext(signIn, document));
}
