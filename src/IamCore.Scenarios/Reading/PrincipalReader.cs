using IamCore.Policies;

namespace IamCore.Scenarios.Reading;

/// <summary>Reads <c>request.principal</c>: a text, or an object of one of the five forms (EV-001, EV-005, EV-008).</summary>
internal static class PrincipalReader
{
    /// <summary>The principal, or <see langword="null"/> where it is missing or has an error.</summary>
    public static Principal? Read(JsonNode node, FaultList faults)
    {
        if (node.IsMissing)
        {
            return null;
        }

        if (node.IsObject)
        {
            return ReadObject(node, faults);
        }

        if (!node.IsString)
        {
            faults.AddIllTyped(node, "principal", "a string or an object");
            return null;
        }

        var text = ObjectReader.Text(node, "principal", faults);
        return text is null ? null : Principal.TryParse(text, out var principal) ? principal : Refuse(node, $"\"{text}\" is not a principal", faults);
    }

    private static Principal? ReadObject(JsonNode node, FaultList faults)
    {
        var before = faults.Count;
        var seen = new Dictionary<string, (JsonNode Node, string Text)>(StringComparer.Ordinal);
        foreach (var (name, value) in node.Members())
        {
            var member = name.Display();
            if (member is not ("service" or "federated" or "canonicalUser" or "arn" or "role" or "user"))
            {
                _ = Refuse(name, $"\"{member}\" is not a form of principal", faults);
            }
            else if (seen.ContainsKey(member))
            {
                faults.Add(name, $"\"{member}\" appears more than once");
            }
            else
            {
                seen.Add(member, (value, ObjectReader.Text(value, $"principal.{member}", faults) ?? ""));
            }
        }

        return faults.Count > before ? null : FromMembers(node, seen, faults);
    }

    private static Principal? FromMembers(JsonNode node, Dictionary<string, (JsonNode Node, string Text)> members, FaultList faults)
    {
        var names = string.Join('+', members.Keys.Order(StringComparer.Ordinal));
        var (value, text) = members.Values.FirstOrDefault();
        switch (names)
        {
            case "service":
                return Principal.TryService(text, out var service) ? service : Refuse(value, $"\"{text}\" is not a service principal", faults);
            case "federated":
                return Principal.TryIdentityProvider(text, out var provider)
                    ? provider : Refuse(value, $"\"{text}\" is not an identity provider", faults);
            case "canonicalUser":
                return Principal.TryCanonicalUser(text, out var user) ? user : Refuse(value, $"\"{text}\" is not a canonical user", faults);
            case "arn" or "arn+role" or "arn+user":
                return FromArn(members, faults);
            default:
                return Refuse(node, "expected one of service, federated, canonicalUser, or arn with role or user", faults);
        }
    }

    private static Principal? FromArn(Dictionary<string, (JsonNode Node, string Text)> members, FaultList faults)
    {
        var (node, arn) = members["arn"];
        if (!Principal.TryParse(arn, out var session) || session.Kind == PrincipalKind.Anonymous)
        {
            return Refuse(node, $"\"{arn}\" is not the ARN of a principal", faults);
        }

        if (members.TryGetValue("role", out var role))
        {
            return session.TryWithRole(role.Text, out var ofRole)
                ? ofRole : Refuse(role.Node, $"\"{arn}\" is not a session of the role \"{role.Text}\"", faults);
        }

        if (members.TryGetValue("user", out var user))
        {
            return session.TryWithUser(user.Text, out var ofUser)
                ? ofUser : Refuse(user.Node, $"\"{arn}\" is not a federated session of the user \"{user.Text}\"", faults);
        }

        return session;
    }

    private static Principal? Refuse(JsonNode place, string detail, FaultList faults)
    {
        faults.Add(RequestFaultCode.InvalidRequestPrincipal, place, $"principal: {detail}");
        return null;
    }
}
