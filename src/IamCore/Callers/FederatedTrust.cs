using System.Text;
using System.Text.Json;

namespace IamCore.Callers;

/// <summary>
/// A trust policy as it applies to callers without an account. <c>Allow</c> statements are reduced to one kind of principal and dropped if
/// they have none of it; <c>Deny</c> statements are kept whole. So <c>{"AWS":"*"}</c> opens no role to a service or an identity provider
/// (ST-056).
/// </summary>
internal static class FederatedTrust
{
    /// <summary>Returns the trust policy for services (ST-115).</summary>
    public static PolicySet? ForServices(PolicyDocument trust) => CutDown(trust, "Service");

    /// <summary>Returns the trust policy for identity providers (ST-056, ST-070).</summary>
    public static PolicySet? ForProviders(PolicyDocument trust) => CutDown(trust, "Federated");

    private static PolicySet? CutDown(PolicyDocument trust, string kind)
    {
        using var source = JsonDocument.Parse(trust.ToJson());
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in source.RootElement.EnumerateObject())
            {
                if (member.NameEquals("Statement"))
                {
                    WriteStatements(writer, member.Value, kind);
                }
                else
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return PolicySet.Compile(PolicySets.Read(PolicyType.Trust, Encoding.UTF8.GetString(buffer.ToArray())));
    }

    private static void WriteStatements(Utf8JsonWriter writer, JsonElement statements, string kind)
    {
        writer.WriteStartArray("Statement");
        foreach (var statement in statements.ValueKind == JsonValueKind.Array ? [.. statements.EnumerateArray()] : new[] { statements })
        {
            if (statement.GetProperty("Effect").ValueEquals("Deny"))
            {
                statement.WriteTo(writer);
            }
            else if (statement.TryGetProperty("Principal", out var principal) && principal.ValueKind == JsonValueKind.Object
                && principal.TryGetProperty(kind, out var entries))
            {
                WriteCutDown(writer, statement, kind, entries);
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteCutDown(Utf8JsonWriter writer, JsonElement statement, string kind, JsonElement entries)
    {
        writer.WriteStartObject();
        foreach (var member in statement.EnumerateObject())
        {
            if (!member.NameEquals("Principal"))
            {
                member.WriteTo(writer);
                continue;
            }

            writer.WriteStartObject("Principal");
            writer.WritePropertyName(kind);
            entries.WriteTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
