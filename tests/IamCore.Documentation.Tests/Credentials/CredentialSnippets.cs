namespace IamCore.Documentation.Tests.Credentials;

public sealed class CredentialSnippets
{
    private static readonly SigningEndpoint Endpoint = new("eu-central-1", "docs");
    private readonly IamDirectory _directory = new(new InMemoryDirectoryStore());

    [Fact]
    public async Task A_password_makes_a_session()
    {
        var account = await AccountAsync();
        var directory = _directory;

        #region password
        await account.ExecuteAsync(new CreateLoginProfile("alice") { Password = "Correct-horse-7-battery" });

        var signIn = new SignInService(directory);
        var result = await signIn.SignInAsync("123456789012", "alice", "Correct-horse-7-battery");
        if (result.Status == SignInStatus.Complete)
        {
            var session = result.Session; // a caller, good for CallerAuthorizer and directory.ForCaller
        }
        #endregion

        Assert.Equal(SignInStatus.Complete, result.Status);
        Assert.NotNull(result.Session);
        var wrong = await Assert.ThrowsAsync<IamException>(() => signIn.SignInAsync("123456789012", "alice", "guess").AsTask());
        Assert.Equal(IamErrorCode.AuthenticationFailed, wrong.ErrorCode);
    }

    [Fact]
    public async Task A_key_signs_requests_and_is_rotated()
    {
        var account = await AccountAsync();
        var directory = _directory;

        #region key
        var key = await account.ExecuteAsync(new CreateAccessKey("alice")); // the secret is shown this once
        #endregion

        var request = new SignableRequest("GET", "/documents/42", new RequestHeader[] { new("Host", "docs.example.com") });
        #region sign
        var headers = new RequestSigner(Endpoint).Sign(in request, key.AccessKeyId, key.SecretAccessKey);
        #endregion
        var received = request with { Headers = (RequestHeader[])[.. request.Headers.Span, .. headers] };
        #region verify
        var authenticator = new CallerAuthenticator(directory);
        var caller = await authenticator.AuthenticateAsync(new SignatureVerifier(Endpoint), received);
        #endregion
        Assert.NotNull(caller);

        #region rotate
        var next = await account.ExecuteAsync(new RotateAccessKey("alice", key.AccessKeyId)); // both work now
        // … give the new key to the program …
        await account.ExecuteAsync(new CompleteRotation("alice", key.AccessKeyId)); // the old one no longer works
        #endregion
        await Assert.ThrowsAsync<SignatureException>(() => authenticator.AuthenticateAsync(new SignatureVerifier(Endpoint), received).AsTask());
        Assert.NotNull(await authenticator.AuthenticateAccessKeyAsync(next.AccessKeyId, next.SecretAccessKey));
    }

    [Fact]
    public async Task A_role_is_taken_for_a_while_and_revoked()
    {
        var account = await AccountAsync();
        var directory = _directory;
        using var engine = new IamEngine(directory.Store);
        var authorizer = engine.Authorizer;
        await account.ExecuteAsync(new CreateRole("Auditor", Trust));
        await account.ExecuteAsync(new PutRolePolicy("Auditor", "read", Reading));
        var key = await account.ExecuteAsync(new CreateAccessKey("alice"));
        var alice = await new CallerAuthenticator(directory).AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
        var read = ActionName.Parse("docs:ReadDocument");
        var document = ResourceName.Parse("arn:app:docs::123456789012:document/42");

        #region assume
        var sts = new SecurityTokenService(directory);
        var auditor = await sts.AssumeRoleAsync(alice, new AssumeRole("arn:aws:iam::123456789012:role/Auditor", "audit-2026"));

        var callers = new CallerAuthorizer(directory, authorizer);
        var access = await callers.AuthorizeAsync(auditor.Session, read, document);
        #endregion
        Assert.True(access.IsAllowed);
        Assert.False((await callers.AuthorizeAsync(alice, read, document)).IsAllowed);

        #region revoke
        await account.ExecuteAsync(new RevokeSession(auditor.Session)); // this session
        await account.ExecuteAsync(new RevokeRoleSessions("Auditor"));  // all sessions of the role so far
        #endregion
        Assert.False(await IsAllowedAsync());

        async Task<bool> IsAllowedAsync()
        {
            try
            {
                return (await callers.AuthorizeAsync(auditor.Session, read, document)).IsAllowed;
            }
            catch (IamException refused) when (refused.ErrorCode is IamErrorCode.ExpiredToken or IamErrorCode.AccessDenied or IamErrorCode.InvalidClientTokenId)
            {
                return false;
            }
        }
    }

    private const string Trust = """
        { "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:user/alice" }, "Action": "sts:AssumeRole" } }
        """;

    private const string Reading = """
        { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "docs:ReadDocument", "Resource": "*" } }
        """;

    private async Task<IamAdministration> AccountAsync()
    {
        await _directory.Instance.ExecuteAsync(new CreateAccount("Documents", "root@example.com") { AccountId = "123456789012" });
        var account = _directory.ForAccount(AccountId.Parse("123456789012"));
        await account.ExecuteAsync(new CreateUser("alice"));
        return account;
    }
}
