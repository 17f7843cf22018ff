namespace IamCore.AspNetCore.Startup;

/// <summary>Says that an endpoint shows policies: outside of Development it must be secured.</summary>
internal sealed record ShowsPolicies;
