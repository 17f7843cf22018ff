using Embedded;
using IamCore.Policies;
using IamCore.Testing;
using Xunit;

namespace PolicyTests;

/// <summary>Code that asks, tested without any directory or policy: the authorizer is a fake.</summary>
public sealed class DocumentsTests
{
    private static readonly Principal Alice = Principal.Parse("arn:aws:iam::123456789012:user/alice");

    // README begins: faking in tests
    [Fact]
    public async Task A_document_is_read_only_after_the_authorizer_allowed_it()
    {
        var authorizer = FakeAuthorizer.DenyAll().Allow("docs:ReadDocument", "arn:app:docs::123456789012:draft/alice/*");
        var documents = new Documents(authorizer);

        Assert.Equal("The text of alice/plan", await documents.ReadAsync(Alice, "alice/plan"));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => documents.ReadAsync(Alice, "bob/plan"));

        authorizer.AssertAsked("docs:ReadDocument", "arn:app:docs::123456789012:draft/bob/plan");
        authorizer.AssertNotAsked("docs:DeleteDocument");
    }
    // README ends
}
