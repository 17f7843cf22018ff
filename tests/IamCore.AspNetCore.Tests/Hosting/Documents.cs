using IamCore.Testing;

namespace IamCore.AspNetCore.Tests.Hosting;

/// <summary>A directory of a document service. Alice reads acme's documents but 13; bob may do nothing; eve is denied everything.</summary>
internal static class Documents
{
    public const string Template = "arn:app:docs::123456789012:tenant/{tenant}/document/{id}";

    public static DirectoryBuilder Directory() => new DirectoryBuilder().Account(a => a
        .User("alice", u => u
            .Inline("Read", TestPolicies.Allow("docs:ReadDocument", "arn:app:docs::123456789012:tenant/acme/document/*"))
            .Inline("NotThirteen", TestPolicies.Deny("*", "arn:app:docs::123456789012:tenant/acme/document/13")))
        .User("bob")
        .User("eve", u => u.Inline("Nothing", TestPolicies.DenyAll)));
}
