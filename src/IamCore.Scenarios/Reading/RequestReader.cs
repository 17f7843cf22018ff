using IamCore.Policies;

namespace IamCore.Scenarios.Reading;

/// <summary>Reads the member <c>request</c>.</summary>
internal static class RequestReader
{
    private static readonly ActionName AnyAction = ActionName.Parse("any:Action");

    /// <summary>The request, or <see langword="null"/> where it has errors.</summary>
    /// <param name="node">The value of <c>request</c>.</param>
    /// <param name="faults">Receives the errors.</param>
    /// <param name="isTrust">Whether this asks to assume a role (EV-090); known even where other parts are in error.</param>
    public static ScenarioRequest? Read(JsonNode node, FaultList faults, out bool isTrust)
    {
        isTrust = false;
        if (!ObjectReader.IsObject(node, "request", faults))
        {
            return null;
        }

        var before = faults.Count;
        var members = ObjectReader.Read(node, faults, "principal", "action", "resource", "resourceAccount", "context");
        ObjectReader.Require(members[0], node, "The request has no principal", faults);
        ObjectReader.Require(members[1], node, "The request has no action", faults);
        ObjectReader.Require(members[2], node, "The request has no resource", faults);
        var principal = PrincipalReader.Read(members[0], faults);
        var action = ReadAction(members[1], faults);
        var resource = ReadResource(members[2], faults);
        var account = ReadAccount(members[3], faults);
        var isWhole = principal is not null && resource is not null && faults.Count == before;
        var context = ContextReader.Read(members[4], faults);
        isTrust = action is not null && resource is not null
            && new AccessRequest(Principal.Anonymous, action.Value, resource.Value, time: DateTimeOffset.UnixEpoch).IsTrustRequest;
        context.FindConflicts(principal ?? Principal.Anonymous, action ?? AnyAction, resource ?? default, account, isWhole, faults);
        return faults.Count == before ? new(principal!, action!.Value, resource!.Value, account, context.Values) : null;
    }

    private static ActionName? ReadAction(JsonNode node, FaultList faults)
    {
        var text = ObjectReader.Text(node, "action", faults);
        if (text is null)
        {
            return null;
        }

        if (ActionName.TryParse(text, out var action))
        {
            return action;
        }

        faults.Add(RequestFaultCode.InvalidRequestAction, node, $"action: \"{text}\" is not an action: expected service:Name without wildcards");
        return null;
    }

    private static ResourceName? ReadResource(JsonNode node, FaultList faults)
    {
        var text = ObjectReader.Text(node, "resource", faults);
        if (text is null)
        {
            return null;
        }

        if (ResourceName.TryParse(text, out var resource))
        {
            return resource;
        }

        faults.Add(RequestFaultCode.InvalidRequestResource, node, $"resource: \"{text}\" is neither * nor an ARN with six fields");
        return null;
    }

    private static AccountId ReadAccount(JsonNode node, FaultList faults)
    {
        var text = ObjectReader.Text(node, "resourceAccount", faults);
        if (text is not null && !AccountId.IsValid(text))
        {
            faults.Add(RequestFaultCode.InvalidAccountId, node, $"resourceAccount: \"{text}\" is not an account id: expected 12 digits");
        }

        _ = AccountId.TryParse(text, out var account);
        return account;
    }
}
