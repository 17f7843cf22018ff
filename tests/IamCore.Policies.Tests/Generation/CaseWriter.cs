using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Generation;

/// <summary>Writes generated documents and cases as JSON.</summary>
internal static class CaseWriter
{
    /// <summary>The document as its author could have written it: a single value bare or in a list, numbers and booleans as such or as text.</summary>
    public static string Document(GeneratedPolicy policy)
    {
        var json = new StringBuilder("{");
        if (policy.Version is not null)
        {
            json.Append("\"Version\":");
            String(json, policy.Version);
            json.Append(',');
        }

        json.Append("\"Statement\":[");
        for (var i = 0; i < policy.Statements.Length; i++)
        {
            json.Append(i == 0 ? "" : ",");
            Statement(json, policy.Statements[i]);
        }

        return json.Append("]}").ToString();
    }

    /// <summary>A case in the scenario format. Several identity sets become one list; what the format cannot say stands in the name.</summary>
    public static string Scenario(GeneratedCase given, string name)
    {
        var request = given.Request;
        var json = new StringBuilder("{\"name\":");
        String(json, name + (request.IsDeclaredStrict ? " (declared strict)" : ""));
        json.Append(",\"request\":{\"principal\":");
        Principal(json, request.Principal);
        Member(json, "action", request.Action);
        Member(json, "resource", request.Resource);
        if (request.ResourceAccount is not null)
        {
            Member(json, "resourceAccount", request.ResourceAccount);
        }

        var hasTime = request.Context.Any(c => c.Key.Equals("aws:CurrentTime", StringComparison.OrdinalIgnoreCase)
            || c.Key.Equals("aws:EpochTime", StringComparison.OrdinalIgnoreCase));
        json.Append(",\"context\":{");
        var context = hasTime
            ? request.Context
            : [.. request.Context, KeyValuePair.Create("aws:CurrentTime", SuppliedValue.Single(request.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)))];
        for (var i = 0; i < context.Count; i++)
        {
            json.Append(i == 0 ? "" : ",");
            String(json, context[i].Key);
            json.Append(':');
            if (context[i].Value.IsArray)
            {
                Strings(json, context[i].Value.Texts);
            }
            else
            {
                String(json, context[i].Value.Texts[0]);
            }
        }

        json.Append("}},\"policies\":{");
        var policies = given.Policies;
        var parts = new List<string>();
        Part(parts, "identity", [.. policies.Identity.SelectMany(s => s)]);
        Part(parts, "permissionsBoundary", policies.PermissionsBoundary);
        Part(parts, "session", policies.Session);
        Part(parts, "resource", policies.Resource);
        Levels(parts, "serviceControl", policies.ServiceControl);
        Levels(parts, "resourceControl", policies.ResourceControl);
        Part(parts, "vpcEndpoint", policies.VpcEndpoint);
        return json.AppendJoin(',', parts).Append("}}").ToString();
    }

    private static void Part(List<string> parts, string member, ImmutableArray<GeneratedPolicy> policies)
    {
        if (policies.Length > 0)
        {
            parts.Add($"\"{member}\":{List(policies)}");
        }
    }

    private static void Levels(List<string> parts, string member, ImmutableArray<ImmutableArray<GeneratedPolicy>> levels)
    {
        if (levels.Length > 0)
        {
            parts.Add($"\"{member}\":[{string.Join(',', levels.Select(List))}]");
        }
    }

    private static string List(ImmutableArray<GeneratedPolicy> policies) => $"[{string.Join(',', policies.Select(Attached))}]";

    private static string Attached(GeneratedPolicy policy)
    {
        if (policy.Name is null)
        {
            return Document(policy);
        }

        var json = new StringBuilder("{\"name\":");
        String(json, policy.Name);
        return json.Append(",\"document\":").Append(Document(policy)).Append('}').ToString();
    }

    private static void Principal(StringBuilder json, CallerText principal)
    {
        if (principal is { Form: CallerForm.Arn, Role: null, User: null })
        {
            String(json, principal.Text);
            return;
        }

        var member = principal.Form switch
        {
            CallerForm.Service => "service",
            CallerForm.Federated => "federated",
            CallerForm.CanonicalUser => "canonicalUser",
            _ => "arn",
        };
        json.Append("{\"").Append(member).Append("\":");
        String(json, principal.Text);
        if (principal.Role is not null)
        {
            Member(json, "role", principal.Role);
        }

        if (principal.User is not null)
        {
            Member(json, "user", principal.User);
        }

        json.Append('}');
    }

    private static void Statement(StringBuilder json, GeneratedStatement statement)
    {
        json.Append("{\"Effect\":").Append(statement.IsDeny ? "\"Deny\"" : "\"Allow\"");
        if (statement.Sid is not null)
        {
            Member(json, "Sid", statement.Sid);
        }

        PrincipalElement(json, "Principal", statement.Principal);
        PrincipalElement(json, "NotPrincipal", statement.NotPrincipal);
        Values(json, "Action", statement.Action);
        Values(json, "NotAction", statement.NotAction);
        Values(json, "Resource", statement.Resource);
        Values(json, "NotResource", statement.NotResource);
        if (statement.Conditions is { } conditions)
        {
            json.Append(",\"Condition\":{");
            var separator = "";
            foreach (var block in conditions.GroupBy(c => c.Operator, StringComparer.OrdinalIgnoreCase))
            {
                json.Append(separator);
                String(json, block.Key);
                json.Append(":{");
                separator = "";
                foreach (var condition in block)
                {
                    json.Append(separator);
                    String(json, condition.Key);
                    json.Append(':');
                    ValueOrValues(json, condition.Values);
                    separator = ",";
                }

                json.Append('}');
                separator = ",";
            }

            json.Append('}');
        }

        json.Append('}');
    }

    private static void PrincipalElement(StringBuilder json, string member, GeneratedPrincipal? principal)
    {
        if (principal is null)
        {
            return;
        }

        json.Append(",\"").Append(member).Append("\":");
        if (principal.IsEveryone)
        {
            json.Append("\"*\"");
            return;
        }

        json.Append('{');
        var separator = "";
        foreach (var type in principal.Entries.GroupBy(e => e.Member))
        {
            json.Append(separator).Append('"').Append(type.Key).Append("\":");
            Strings(json, [.. type.Select(e => e.Value)]);
            separator = ",";
        }

        json.Append('}');
    }

    private static void Values(StringBuilder json, string member, ImmutableArray<string>? values)
    {
        if (values is not { } list)
        {
            return;
        }

        json.Append(",\"").Append(member).Append("\":");
        if (list is [var only] && only.Length % 2 == 0)
        {
            String(json, only);      // PL-003
        }
        else
        {
            Strings(json, list);
        }
    }

    /// <summary>PL-003, PL-103: the length of the text settles the form, so that both forms occur and a case is always written alike.</summary>
    private static void ValueOrValues(StringBuilder json, ImmutableArray<string> values)
    {
        if (values is not [var only])
        {
            Strings(json, values);
        }
        else if (only is "true" or "false" || only is "0" or "10" or "-3" or "0.5" or "1e1" or "2026")
        {
            json.Append(only);
        }
        else if (only.Length % 2 == 0)
        {
            String(json, only);
        }
        else
        {
            Strings(json, values);
        }
    }

    private static void Strings(StringBuilder json, IReadOnlyList<string> texts)
    {
        json.Append('[');
        for (var i = 0; i < texts.Count; i++)
        {
            json.Append(i == 0 ? "" : ",");
            String(json, texts[i]);
        }

        json.Append(']');
    }

    private static void Member(StringBuilder json, string name, string text)
    {
        json.Append(",\"").Append(name).Append("\":");
        String(json, text);
    }

    private static void String(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
            {
                json.Append('\\').Append(c);
            }
            else if (c < ' ')
            {
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                json.Append(c);
            }
        }

        json.Append('"');
    }
}
