
namespace IamCore.Documentation.Tests.Errors;

public sealed class ErrorSnippets
{
    [Fact]
    public async Task An_operation_fails_with_a_code()
    {
        var directory = new IamDirectory(new InMemoryDirectoryStore());
        var account = directory.ForAccount((await directory.Instance.ExecuteAsync(new CreateAccount("Documents", "root@example.com"))).AccountId);
        await account.ExecuteAsync(new CreateUser("alice"));

        #region operation
        try
        {
            await account.ExecuteAsync(new CreateUser("alice"));
        }
        catch (IamException error) when (error.ErrorCode == IamErrorCode.EntityAlreadyExists)
        {
            Console.WriteLine(error.Message); // User with name alice already exists.
        }
        #endregion

        var refused = await Assert.ThrowsAsync<IamException>(() => account.ExecuteAsync(new CreateUser("alice")));
        Assert.Equal((IamErrorCode.EntityAlreadyExists, "User with name alice already exists."), (refused.ErrorCode, refused.Message));
    }

    [Fact]
    public void A_document_has_all_its_faults()
    {
        #region document
        var text =
            """
            { "Version": "2012-10-17",
              "Statement": { "Effect": "allow", "Action": "ReadDocument", "Resource": "*" } }
            """;
        if (!PolicyDocument.TryParse(text, PolicyType.Identity, out var document, out var faults))
        {
            foreach (var fault in faults)
            {
                Console.WriteLine(fault); // InvalidEffect $.Statement.Effect (2,28): …
            }
        }
        #endregion

        Assert.Null(document);
        Assert.Equal([PolicyFaultCode.InvalidEffect, PolicyFaultCode.InvalidAction], faults.ToArray().Select(fault => fault.Code));
        Assert.StartsWith("InvalidEffect $.Statement.Effect (2,28):", faults[0].ToString(), StringComparison.Ordinal);
    }
}
