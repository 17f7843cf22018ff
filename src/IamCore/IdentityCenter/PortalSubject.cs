using System.Security.Cryptography;
using System.Text;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>
/// How a directory user appears to the roles of accounts: as the subject of an assertion made by the instance (ST-067, ST-072, ST-151).
/// </summary>
internal static class PortalSubject
{
    /// <summary>Returns the name of the instance as an identity provider.</summary>
    public static string IssuerOf(IdentityCenterInstance instance) => $"https://{instance.IdentityStoreId}.sso.{instance.HomeRegion}/saml/{instance.Id}";

    /// <summary>Returns the value of <c>saml:namequalifier</c>.</summary>
#pragma warning disable CA5350 // SAML defines the name qualifier as a SHA-1 hash; it is an identifier, not a protection
    public static string NameQualifier(string issuer, AccountId account, string provider) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes($"{issuer}{account}/{provider}")));
#pragma warning restore CA5350
}
