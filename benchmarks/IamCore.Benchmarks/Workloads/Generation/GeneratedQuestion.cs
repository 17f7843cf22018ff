using System.Text.Json;
using IamCore.Policies;

namespace IamCore.Benchmarks.Workloads.Generation;

/// <summary>A request of a workload.</summary>
internal sealed record GeneratedRequest(string Principal, string Action, string Resource, string ResourceAccount)
{
    /// <summary>Nothing, or all five keys.</summary>
    public GeneratedContext? Context { get; init; }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("principal", Principal);
        writer.WriteString("action", Action);
        writer.WriteString("resource", Resource);
        writer.WriteString("resourceAccount", ResourceAccount);
        writer.WriteStartObject("context");
        Context?.Write(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

/// <summary>The context keys of the workloads.</summary>
internal sealed record GeneratedContext(string Team, string SourceIp, bool Mfa, string Region, bool SecureTransport)
{
    /// <summary>The value of a key as a text; null for a key that workloads do not use.</summary>
    public string? Find(string key) => key switch
    {
        "aws:PrincipalTag/team" => Team,
        "aws:SourceIp" => SourceIp,
        "aws:MultiFactorAuthPresent" => Mfa ? "true" : "false",
        "aws:RequestedRegion" => Region,
        "aws:SecureTransport" => SecureTransport ? "true" : "false",
        _ => null,
    };

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("aws:PrincipalTag/team", Team);
        writer.WriteString("aws:SourceIp", SourceIp);
        writer.WriteBoolean("aws:MultiFactorAuthPresent", Mfa);
        writer.WriteString("aws:RequestedRegion", Region);
        writer.WriteBoolean("aws:SecureTransport", SecureTransport);
    }
}

/// <summary>A request with the answer it must get.</summary>
/// <param name="Request">The request.</param>
/// <param name="Expected">The decision.</param>
/// <param name="ResourcePolicy">The policy of its own resource; null where the workload has none.</param>
internal sealed record GeneratedQuestion(GeneratedRequest Request, Decision Expected, GeneratedPolicy? ResourcePolicy = null)
{
    /// <summary>Null: the workload's name and the question's number.</summary>
    public string? Name { get; init; }

    public static string NameOf(Decision decision) => decision switch
    {
        Decision.Allow => "allow",
        Decision.ExplicitDeny => "explicitDeny",
        _ => "implicitDeny",
    };
}

/// <summary>The policies that all questions of a workload share.</summary>
internal sealed record GeneratedPolicies(GeneratedPolicy[] Identity)
{
    public GeneratedPolicy[] PermissionsBoundary { get; init; } = [];

    public GeneratedPolicy[] Session { get; init; } = [];

    public GeneratedPolicy[][] ServiceControl { get; init; } = [];

    /// <summary>Writes the object <c>policies</c>, with the resource's own policy last.</summary>
    public void Write(Utf8JsonWriter writer, GeneratedPolicy? resourcePolicy = null)
    {
        writer.WriteStartObject();
        Write(writer, "identity", Identity);
        Write(writer, "permissionsBoundary", PermissionsBoundary);
        Write(writer, "session", Session);
        if (ServiceControl.Length > 0)
        {
            writer.WriteStartArray("serviceControl");
            foreach (var level in ServiceControl)
            {
                writer.WriteStartArray();
                WriteItems(writer, level);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        Write(writer, "resource", resourcePolicy is null ? [] : [resourcePolicy]);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, string name, GeneratedPolicy[] policies)
    {
        if (policies.Length == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        WriteItems(writer, policies);
        writer.WriteEndArray();
    }

    private static void WriteItems(Utf8JsonWriter writer, GeneratedPolicy[] policies)
    {
        foreach (var policy in policies)
        {
            policy.Write(writer);
        }
    }
}
