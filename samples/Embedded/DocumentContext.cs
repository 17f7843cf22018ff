using IamCore.Policies;

namespace Embedded;

/// <summary>
/// What the service knows of a request. A key is worked out only when a statement asks for it; who the user is, their tags and their second
/// factor IamCore knows itself and does not ask for.
/// </summary>
internal sealed class DocumentContext(SignIn signIn, Document document) : IRequestContext
{
    public ContextValue Find(ContextKey key) => key.Name switch
    {
        "aws:sourceip" => signIn.Address,
        "aws:resourcetag/classification" => document.Classification,
        "aws:resourcetag/legal-hold" => document.IsOnLegalHold,
        _ => ContextValue.Absent,
    };
}
