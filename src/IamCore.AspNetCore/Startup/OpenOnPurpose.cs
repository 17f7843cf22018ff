namespace IamCore.AspNetCore.Startup;

/// <summary>Says that an endpoint is open on purpose.</summary>
internal sealed record OpenOnPurpose(string Reason);
