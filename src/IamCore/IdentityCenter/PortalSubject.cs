using System.Security.Cryptography;
using System.Text;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>Who a directory user is to the roles of accounts: the subject of an assertion that the instance makes (ST-067, ST-072, ST-151).</summary>
internal static class PortalSubject
{
    /// <summary>What the instance calls itself as an identity provider.</summary>
    public static string IssuerOf(IdentityCenterInstance instance) => $"https://{instance.IdentityStoreId}.sso.{instance.HomeRegion}/saml/{instance.Id}";

    /// <summary><c>saml:namequalifier</c>.</summary>
#pragma warning disable CA5350 // the name qualifier is an identifier that SAML callers compare, made with SHA-1 by its definition
    public static string NameQualifier(string issuer, AccountId account, string provider) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes($"{issuer}{account}/{provider}")));
#pragma warning restore CA5350
}
