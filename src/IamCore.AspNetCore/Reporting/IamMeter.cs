using System.Diagnostics.Metrics;

namespace IamCore.AspNetCore.Reporting;

/// <summary>One host's meter <c>IamCore.AspNetCore</c>. Decisions themselves are counted by the meter <c>IamCore</c>.</summary>
internal sealed class IamMeter
{
    public const string Name = "IamCore.AspNetCore";

    private readonly Counter<long> _refused;
    private readonly Counter<long> _signatures;

    public IamMeter(IMeterFactory meters)
    {
        var meter = meters.Create(new MeterOptions(Name));
        _refused = meter.CreateCounter<long>("iamcore.aspnetcore.refusals", "{refusal}", "Requirements that were not met");
        _signatures = meter.CreateCounter<long>("iamcore.aspnetcore.signatures", "{request}", "Signed requests by the outcome of their authentication");
    }

    /// <summary>A requirement was not met.</summary>
    public void Refused(string kind) => _refused.Add(1, new KeyValuePair<string, object?>("iamcore.refusal", kind));

    /// <summary>A signed request was authenticated, or was not.</summary>
    /// <param name="outcome"><c>ok</c>, or the code of the fault.</param>
    public void Signed(string outcome) => _signatures.Add(1, new KeyValuePair<string, object?>("iamcore.signature", outcome));
}
