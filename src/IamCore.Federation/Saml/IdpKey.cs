using System.Security.Cryptography;

namespace IamCore.Federation.Saml;

/// <summary>A key with which an identity provider signs.</summary>
/// <param name="EntityId">The entity id of the identity provider.</param>
/// <param name="PublicKey">The public key.</param>
internal sealed record IdpKey(string EntityId, RSAParameters PublicKey);
