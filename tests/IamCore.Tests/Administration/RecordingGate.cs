using IamCore.Administration;
using IamCore.Policies;

namespace IamCore.Tests.Administration;

/// <summary>Notes every question that operations ask, and refuses the actions it is told to.</summary>
internal sealed class RecordingGate(Principal principal, string? userId = null) : IAdministrationGate
{
    public List<AdministrationCheck> Asked { get; } = [];

    public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    public AdministrationCaller Caller { get; } = new(principal, userId);

    public IEnumerable<string> Questions => Asked.Select(c => $"{c.Action} {c.Resource}");

    public ValueTask CheckAsync(AdministrationWork work, AdministrationCheck check)
    {
        Asked.Add(check);
        return Refused.Contains(check.Action)
            ? throw new IamException(IamErrorCode.AccessDenied, $"{check.Action} on {check.ShownResource ?? check.Resource}", "ID-244")
            : default;
    }
}
