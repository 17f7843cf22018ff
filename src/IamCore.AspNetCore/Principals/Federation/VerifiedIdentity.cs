namespace IamCore.AspNetCore.Principals.Federation;

/// <summary>What the host vouches for about somebody whom an identity provider knows, and which role they take on.</summary>
/// <param name="RoleArn">The role.</param>
/// <param name="Issuer">The provider's URL.</param>
/// <param name="Subject">Who it is there.</param>
/// <param name="Audience">For whom the token was issued.</param>
/// <param name="SessionName">The session's name.</param>
/// <param name="Duration">How long it lasts.</param>
/// <param name="Tags">The session's tags.</param>
internal sealed record VerifiedIdentity(
    string RoleArn, string Issuer, string Subject, string Audience, string SessionName, TimeSpan Duration, ValueList<Tag> Tags);
