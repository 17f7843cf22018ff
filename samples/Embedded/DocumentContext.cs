using IamCore.Policies;

namespace Embedded;

/// <summary>What the service knows of a request. A key is worked out only when a statement asks for it.</summary>
internal sealed class DocumentContext(SignIn signIn, Document document) : IRequestContext
{
    public ContextValue Find(ContextKey key) => key.Name switch
    {
        "aws:principaltag/tenant" => signIn.User.Tenant,
        "aws:sourceip" => signIn.Address,
        "aws:multifactorauthpresent" => signIn.MfaAge is not null,
        "aws:multifactorauthage" => signIn.MfaAge is { } age ? age : ContextValue.Absent,
        "aws:resourcetag/classification" => document.Classification,
        "aws:resourcetag/legal-hold" => document.IsOnLegalHold,
        _ => ContextValue.Absent,
    };
}
