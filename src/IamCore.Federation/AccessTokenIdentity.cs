namespace IamCore.Federation;

/// <summary>What a provider says of an access token.</summary>
/// <param name="ApplicationId">The application that it was issued to.</param>
/// <param name="UserId">The user, as that application knows them.</param>
public sealed record AccessTokenIdentity(string ApplicationId, string UserId);
