namespace IamCore.Scenarios.Reading;

/// <summary>Reads objects whose members are all known by name.</summary>
internal static class ObjectReader
{
    /// <summary>The known members, in the order of <paramref name="names"/>, missing where not written. Any other member, and any that
    /// is named twice, is an error at its name.</summary>
    public static JsonNode[] Read(JsonNode node, FaultList faults, params ReadOnlySpan<string> names)
    {
        var values = new JsonNode[names.Length];
        foreach (var (name, value) in node.Members())
        {
            var index = name.TryGetText(out var text) ? names.IndexOf(text) : -1;
            if (index < 0)
            {
                faults.Add(name, $"Unknown member \"{name.Display()}\"");
            }
            else if (!values[index].IsMissing)
            {
                faults.Add(name, $"\"{text}\" appears more than once");
            }
            else
            {
                values[index] = value;
            }
        }

        return values;
    }

    /// <summary>Whether the member was written and is an object; where it was not, that is no error.</summary>
    public static bool IsObject(JsonNode node, string element, FaultList faults) =>
        IsMissingOr(node.IsObject, node, element, "an object", faults);

    /// <summary>Whether the member was written and is an array; where it was not, that is no error.</summary>
    public static bool IsArray(JsonNode node, string element, FaultList faults) =>
        IsMissingOr(node.IsArray, node, element, "an array", faults);

    /// <summary>The text of a string member; <see langword="null"/> where it was not written or is in error.</summary>
    public static string? Text(JsonNode node, string element, FaultList faults)
    {
        if (!IsMissingOr(node.IsString, node, element, "a string", faults))
        {
            return null;
        }

        if (!node.TryGetText(out var text))
        {
            faults.Add(node, $"{element} holds half a surrogate pair");
        }

        return text;
    }

    /// <summary>A member that must be written.</summary>
    public static void Require(JsonNode member, JsonNode owner, string message, FaultList faults)
    {
        if (member.IsMissing)
        {
            faults.Add(owner, message);
        }
    }

    private static bool IsMissingOr(bool isType, JsonNode node, string element, string expected, FaultList faults)
    {
        if (!isType && !node.IsMissing)
        {
            faults.AddIllTyped(node, element, expected);
        }

        return isType;
    }
}
