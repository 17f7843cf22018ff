using IamCore.Callers;
using IamCore.Sessions;

namespace IamCore.Federation;

/// <summary>A role session of somebody whom a SAML identity provider knows (ST-073).</summary>
/// <param name="Role">The session with its credentials.</param>
/// <param name="Subject">Who it is there: the <c>NameID</c>.</param>
/// <param name="SubjectType"><c>persistent</c>, <c>transient</c>, or the URI of another format.</param>
/// <param name="Issuer">The identity provider's entity id.</param>
/// <param name="Audience">The <c>Recipient</c> of the assertion.</param>
/// <param name="NameQualifier">Tells subjects of different providers apart (ST-067).</param>
public sealed record SamlRole(AssumedRole Role, string Subject, string SubjectType, string Issuer, string Audience, string NameQualifier)
{
    /// <summary>The session, for use in this process (ST-006).</summary>
    public Session Session => Role.Session;

    /// <summary>The same as credentials to sign with.</summary>
    public SessionCredentials Credentials => Role.Credentials;
}
