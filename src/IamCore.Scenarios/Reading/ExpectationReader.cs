using IamCore.Policies;

namespace IamCore.Scenarios.Reading;

/// <summary>Reads the member <c>expect</c>.</summary>
internal static class ExpectationReader
{
    /// <summary>Reads the expectation as far as it is valid; <see langword="null"/> if there is none.</summary>
    public static ScenarioExpectation? Read(JsonNode node, FaultList faults)
    {
        if (!ObjectReader.IsObject(node, "expect", faults))
        {
            return null;
        }

        var members = ObjectReader.Read(node, faults, "decision", "deniedBy", "matched", "missingContext", "error");
        if (!members[4].IsMissing)
        {
            return ReadError(members, faults);
        }

        ObjectReader.Require(members[0], node, "The expectation has neither decision nor error", faults);
        var decision = ObjectReader.Text(members[0], "decision", faults);
        var expected = Decision.ImplicitDeny;
        if (decision is not null && !Spelling.TryParse(decision, out expected))
        {
            faults.Add(members[0], $"decision must be allow, explicitDeny or implicitDeny, not \"{decision}\"");
        }

        return new ScenarioExpectation
        {
            Decision = decision is null ? null : expected,
            DeniedBy = ReadTypes(members[1], faults),
            Matched = ReadTexts(members[2], "matched", faults),
            MissingContext = ReadTexts(members[3], "missingContext", faults),
        };
    }

    private static ScenarioExpectation? ReadError(JsonNode[] members, FaultList faults)
    {
        foreach (var other in members.AsSpan(0, 4))
        {
            if (!other.IsMissing)
            {
                faults.Add(other, "An expectation with error has no other member");
            }
        }

        var code = ObjectReader.Text(members[4], "error", faults);
        if (code is not null && !ScenarioFault.IsCode(code))
        {
            faults.Add(members[4], $"\"{code}\" is not the code of an error");
            return null;
        }

        return code is null ? null : new ScenarioExpectation { Error = code };
    }

    private static ValueList<PolicyType>? ReadTypes(JsonNode node, FaultList faults)
    {
        if (!ObjectReader.IsArray(node, "deniedBy", faults))
        {
            return null;
        }

        var types = new List<PolicyType>();
        foreach (var item in node.Items())
        {
            var text = ObjectReader.Text(item, "deniedBy", faults);
            if (text is not null && Spelling.TryParse(text, out PolicyType type))
            {
                types.Add(type);
            }
            else if (text is not null)
            {
                faults.Add(item, $"\"{text}\" is not a policy type");
            }
        }

        return [.. types];
    }

    private static ValueList<string>? ReadTexts(JsonNode node, string element, FaultList faults)
    {
        if (!ObjectReader.IsArray(node, element, faults))
        {
            return null;
        }

        var texts = new List<string>();
        foreach (var item in node.Items())
        {
            texts.Add(ObjectReader.Text(item, element, faults) ?? "");
        }

        return [.. texts];
    }
}
