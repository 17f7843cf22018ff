using IamCore.Callers;
using IamCore.Sessions;

namespace IamCore.Federation;

/// <summary>A role session of somebody known to a SAML identity provider (ST-073).</summary>
/// <param name="Role">The session with its credentials.</param>
/// <param name="Subject">The subject at the identity provider: the <c>NameID</c>.</param>
/// <param name="SubjectType"><c>persistent</c>, <c>transient</c> or the URI of another format.</param>
/// <param name="Issuer">The entity id of the identity provider.</param>
/// <param name="Audience">The <c>Recipient</c> of the assertion.</param>
/// <param name="NameQualifier">A value that distinguishes equal subjects of different providers (ST-067).</param>
public sealed record SamlRole(AssumedRole Role, string Subject, string SubjectType, string Issuer, string Audience, string NameQualifier)
{
    /// <summary>The session, for use in this process (ST-006).</summary>
    public Session Session => Role.Session;

    /// <summary>The same session as credentials to sign requests with.</summary>
    public SessionCredentials Credentials => Role.Credentials;
}
