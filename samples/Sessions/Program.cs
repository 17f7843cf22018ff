using Sessions;

// Who you are, and what you may do for a while. Each part is a file of its own; all share one company with two accounts.
using var company = await Company.FoundAsync();
await MfaSignIn.RunAsync(company);
await KeyRotation.RunAsync(company);
await ThirdParty.RunAsync(company);
await Workload.RunAsync(company);
await LeakedSession.RunAsync(company);
