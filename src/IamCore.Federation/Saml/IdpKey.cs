using System.Security.Cryptography;

namespace IamCore.Federation.Saml;

/// <summary>A key that an identity provider signs with.</summary>
/// <param name="EntityId">Whose it is.</param>
/// <param name="PublicKey">The key.</param>
internal sealed record IdpKey(string EntityId, RSAParameters PublicKey);
