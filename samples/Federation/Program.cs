using FederationSample;

// Access for people and programs whose identity is elsewhere: nobody is given a key. Each scene is a file of its own; all share one company.
using var company = await Company.FoundAsync();
await ExternalToken.RunAsync(company);
await CorporateAssertion.RunAsync(company);
await Broker.RunAsync(company);
await company.CountUsersAsync();
await Workforce.RunAsync();
await EmergencyAccess.RunAsync();
