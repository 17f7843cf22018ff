namespace IamCore.AspNetCore.Startup;

/// <summary>Says that a filter demands an action once the resource is at hand.</summary>
internal sealed record FilterDemand(string Action)
{
    public override string ToString() => $"{Action} on the resource loaded";
}
