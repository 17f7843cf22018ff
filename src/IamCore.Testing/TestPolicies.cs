using System.Text.Encodings.Web;
using System.Text.Json;

namespace IamCore.Testing;

/// <summary>Policy documents with a single statement, for tests that do not depend on their form.</summary>
public static class TestPolicies
{
    /// <summary>A policy that allows everything.</summary>
    public static string AllowAll { get; } = Allow("*", "*");

    /// <summary>A policy that denies everything.</summary>
    public static string DenyAll { get; } = Deny("*", "*");

    /// <summary>A policy without statements: it exists but allows nothing.</summary>
    public static string Nothing { get; } = """{"Version":"2012-10-17","Statement":[]}""";

    /// <summary>Creates a policy that allows an action pattern on a resource pattern.</summary>
    public static string Allow(string action, string resource = "*") => Of("Allow", null, action, resource);

    /// <summary>Creates a policy that denies an action pattern on a resource pattern.</summary>
    public static string Deny(string action, string resource = "*") => Of("Deny", null, action, resource);

    /// <summary>
    /// Creates a resource-based policy that allows an action pattern to a principal: an ARN, an account id, a unique id or <c>*</c>.
    /// </summary>
    public static string AllowTo(string principal, string action, string resource = "*") => Of("Allow", principal, action, resource);

    /// <summary>Creates a resource-based policy that denies an action pattern to a principal.</summary>
    public static string DenyTo(string principal, string action, string resource = "*") => Of("Deny", principal, action, resource);

    /// <summary>
    /// Creates a trust policy that lets a principal assume the role: an ARN, an account id, a unique id or <c>*</c>.
    /// </summary>
    public static string Trust(string principal) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":{{Quoted(principal)}}},"Action":"sts:AssumeRole"}]}""";

    private static string Of(string effect, string? principal, string action, string resource) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}",{{(principal is null ? "" : $$"""
            "Principal":{"AWS":{{Quoted(principal)}}},
            """)}}"Action":{{Quoted(action)}},"Resource":{{Quoted(resource)}}}]}""";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
