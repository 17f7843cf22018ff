using System.Diagnostics.CodeAnalysis;

namespace IamCore.Policies.Parsing;

/// <summary>Reads a policy document in one pass of <see cref="System.Text.Json.Utf8JsonReader"/>, finding all errors (PL-009).</summary>
internal static class PolicyReader
{
    public static bool TryRead(string json, PolicyType type, [NotNullWhen(true)] out PolicyDocument? document, out ValueList<PolicyFault> faults) =>
        throw new NotSupportedException();

    public static bool TryRead(ReadOnlySpan<byte> utf8, PolicyType type, [NotNullWhen(true)] out PolicyDocument? document, out ValueList<PolicyFault> faults) =>
        throw new NotSupportedException();
}
