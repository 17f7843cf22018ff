namespace IamCore.AspNetCore.Startup;

/// <summary>Says that the policies decide about callers who did not sign in.</summary>
internal sealed record DecidesAboutAnonymous;
