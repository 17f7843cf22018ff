using System.Text.Encodings.Web;
using System.Text.Json;

namespace IamCore.Testing;

/// <summary>Policy documents of one statement, for tests that need one and care little for its form.</summary>
public static class TestPolicies
{
    /// <summary>Allows everything on everything.</summary>
    public static string AllowAll { get; } = Allow("*", "*");

    /// <summary>Denies everything on everything.</summary>
    public static string DenyAll { get; } = Deny("*", "*");

    /// <summary>A document without statements: it is there and allows nothing.</summary>
    public static string Nothing { get; } = """{"Version":"2012-10-17","Statement":[]}""";

    /// <summary>Allows an action pattern on a resource pattern.</summary>
    public static string Allow(string action, string resource = "*") => Of("Allow", null, action, resource);

    /// <summary>Denies an action pattern on a resource pattern.</summary>
    public static string Deny(string action, string resource = "*") => Of("Deny", null, action, resource);

    /// <summary>A resource policy that allows a principal (an ARN, an account id, a unique id or <c>*</c>) an action pattern on a resource pattern.</summary>
    public static string AllowTo(string principal, string action, string resource = "*") => Of("Allow", principal, action, resource);

    /// <summary>A resource policy that denies a principal an action pattern on a resource pattern.</summary>
    public static string DenyTo(string principal, string action, string resource = "*") => Of("Deny", principal, action, resource);

    /// <summary>A trust policy that lets a principal (an ARN, an account id, a unique id or <c>*</c>) assume the role.</summary>
    public static string Trust(string principal) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":{{Quoted(principal)}}},"Action":"sts:AssumeRole"}]}""";

    private static string Of(string effect, string? principal, string action, string resource) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}",{{(principal is null ? "" : $$"""
            "Principal":{"AWS":{{Quoted(principal)}}},
            """)}}"Action":{{Quoted(action)}},"Resource":{{Quoted(resource)}}}]}""";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
