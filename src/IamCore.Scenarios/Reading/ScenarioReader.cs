namespace IamCore.Scenarios.Reading;

/// <summary>Reads scenarios from JSON, each with all its errors; nothing is thrown.</summary>
internal static class ScenarioReader
{
    /// <summary>One scenario, as it stands on a line of JSON Lines.</summary>
    public static Scenario ReadOne(ReadOnlyMemory<byte> utf8, int line, string? file, PolicyCache cache) =>
        JsonText.TryRead(utf8, line, out var text, out var fault) ? Read(text!.Root, file, cache) : Refused(fault!, file);

    /// <summary>A scenario, an array of them, or an object with the member <c>scenarios</c>. Where the file as a whole is at fault, that is
    /// the one answer.</summary>
    public static IEnumerable<Scenario> ReadAll(ReadOnlyMemory<byte> utf8, string? file)
    {
        if (!JsonText.TryRead(WithoutMark(utf8), 1, out var text, out var fault))
        {
            return [Refused(fault!, file)];
        }

        var root = text!.Root;
        if (root.Find("scenarios") is { IsMissing: false } scenarios)
        {
            var faults = new FaultList(root);
            _ = ObjectReader.Read(root, faults, "scenarios");
            _ = ObjectReader.IsArray(scenarios, "scenarios", faults);
            return faults.Count == 0 ? ReadItems(scenarios, file) : [Refused(faults, default, file)];
        }

        return root.IsArray ? ReadItems(root, file) : [Read(root, file)];
    }

    /// <summary>Whether a file is plainly about something else: it has nothing that a scenario has.</summary>
    public static bool IsSomethingElse(ReadOnlyMemory<byte> utf8)
    {
        if (!JsonText.TryRead(WithoutMark(utf8), 1, out var text, out _))
        {
            return false;
        }

        var root = text!.Root;
        return root.IsArray
            ? root.Items().Any() && !root.Items().Any(HasScenarioMember)
            : !HasScenarioMember(root) && root.Find("scenarios").IsMissing;
    }

    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static bool HasScenarioMember(JsonNode node) => !node.Find("request").IsMissing || !node.Find("expect").IsMissing;

    private static IEnumerable<Scenario> ReadItems(JsonNode array, string? file)
    {
        foreach (var item in array.Items())
        {
            yield return Read(item, file);
        }
    }

    private static Scenario Read(JsonNode root, string? file, PolicyCache? cache = null)
    {
        var faults = new FaultList(root);
        if (!ObjectReader.IsObject(root, "The scenario", faults))
        {
            return Refused(faults, root, file);
        }

        var members = ObjectReader.Read(root, faults, "name", "request", "policies", "expect");
        _ = ObjectReader.Text(members[0], "name", faults);
        ObjectReader.Require(members[1], root, "The scenario has no request", faults);
        var request = RequestReader.Read(members[1], faults, out var isTrust);
        var policies = ReadPolicies(members[2], isTrust, faults, cache);
        var expected = ExpectationReader.Read(members[3], faults);
        return faults.Count > 0
            ? Refused(faults, root, file, expected)
            : new Scenario
            {
                Name = NameOf(root),
                File = file,
                Line = root.Position().Line,
                Request = request,
                Reading = policies,
                PoliciesStart = members[2].IsMissing ? (1, 1) : members[2].Position(),
                Expected = expected,
            };
    }

    private static PolicyReading ReadPolicies(JsonNode node, bool isTrust, FaultList faults, PolicyCache? cache)
    {
        if (node.IsMissing)
        {
            return PolicyReading.None;
        }

        if (cache?.Find(node, isTrust) is { } known)
        {
            return known;
        }

        var before = faults.Count;
        var (line, column) = node.Position();
        var reading = new PolicyReading(new PoliciesReader(faults).Read(node, isTrust), line, column);
        if (faults.Count == before)
        {
            cache?.Keep(node, isTrust, reading);
        }

        return reading;
    }

    private static string? NameOf(JsonNode root) => root.Find("name") is { IsString: true } name && name.TryGetText(out var text) ? text : null;

    private static Scenario Refused(ScenarioFault fault, string? file) => new() { File = file, Line = fault.Line, Faults = [fault] };

    private static Scenario Refused(FaultList faults, JsonNode scenario, string? file, ScenarioExpectation? expected = null) => new()
    {
        Name = NameOf(scenario),
        File = file,
        Line = faults.Root.Position().Line,
        Faults = faults.InOrder(),
        Expected = expected,
    };
}
