using IamCore.Policies;

namespace IamCore.Scenarios.Reading;

/// <summary>Collects the errors of a scenario in any order and returns them in document order (PL-009).</summary>
internal sealed class FaultList(JsonNode root)
{
    private readonly List<(ScenarioFault Fault, int Rank)> _faults = [];

    public JsonNode Root { get; } = root;

    public int Count => _faults.Count;

    /// <summary>Adds an error of the scenario itself.</summary>
    public void Add(JsonNode place, string message) => Add(ScenarioFault.InvalidScenario, -1, place, message);

    /// <summary>Adds an error of the request (PL-201).</summary>
    public void Add(RequestFaultCode code, JsonNode place, string message) => Add(code.ToString(), 256 + (int)code, place, message);

    /// <summary>Adds an error of a policy document, whose location is already one of the file (PL-200).</summary>
    public void Add(PolicyFault fault) =>
        _faults.Add((new(fault.Code.ToString(), fault.Message, fault.Path, fault.Line, fault.Column), (int)fault.Code));

    public void AddIllTyped(JsonNode place, string element, string expected) =>
        Add(place, $"{element} must be {expected}, not {place.KindText}");

    /// <summary>All errors in document order; those at one place in the order of PL-200.</summary>
    public ValueList<ScenarioFault> InOrder() =>
    [
        .. _faults.OrderBy(f => f.Fault.Line).ThenBy(f => f.Fault.Column).ThenBy(f => f.Rank).Select(f => f.Fault),
    ];

    private void Add(string code, int rank, JsonNode place, string message)
    {
        var (line, column) = place.Position();
        _faults.Add((new(code, message, place.PathFrom(Root), line, column), rank));
    }
}
