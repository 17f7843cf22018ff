namespace IamCore.AspNetCore.Startup;

/// <summary>Says that a filter demands an action once the resource is at hand.</summary>
internal sealed record FilterDemand(string Action)
{
    public override string ToString() => $"{Action} on the resource loaded";
}

/// <summary>Says that an endpoint is open on purpose.</summary>
internal sealed record OpenOnPurpose(string Reason);

/// <summary>Says that the policies decide about callers who did not sign in.</summary>
internal sealed record DecidesAboutAnonymous;

/// <summary>Says that an endpoint shows policies: outside of Development it must be secured.</summary>
internal sealed record ShowsPolicies;
