namespace IamCore.Federation;

/// <summary>The identity behind an access token, according to its provider.</summary>
/// <param name="ApplicationId">The id of the application the token was issued to.</param>
/// <param name="UserId">The id of the user, as known to that application.</param>
public sealed record AccessTokenIdentity(string ApplicationId, string UserId);
