namespace Embedded;

/// <summary>How a user signed in.</summary>
/// <param name="User">The user.</param>
/// <param name="Address">The address the requests come from.</param>
/// <param name="MfaAge">Seconds since the second factor was given; none without one.</param>
internal sealed record SignIn(AppUser User, string Address = "198.51.100.20", int? MfaAge = null);
