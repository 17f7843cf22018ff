using IamCore.Administration.Credentials;
using IamCore.Administration.Users;
using IamCore.Model;
using IamCore.Signing;

namespace Sessions;

/// <summary>A new access key in the place of an old one, while signed requests go on.</summary>
internal static class KeyRotation
{
    private static readonly SigningEndpoint Endpoint = new("eu-central-1", "docs");

    public static async Task RunAsync(Company company)
    {
        Console.WriteLine("An access key is rotated while requests go on");
        var people = company.PeopleAccount;
        await people.ExecuteAsync(new CreateUser("build-server") { Kind = UserKind.Workload });
        var used = await people.ExecuteAsync(new CreateAccessKey("build-server"));
        var old = used;
        var answered = 0;

        answered += await RequestAsync(company, used);
        var next = await people.ExecuteAsync(new RotateAccessKey("build-server", old.AccessKeyId));
        answered += await RequestAsync(company, used); // both work while the new one is rolled out
        used = next;
        answered += await RequestAsync(company, used);
        var lastUse = await people.ExecuteAsync(new GetAccessKeyLastUsed(next.AccessKeyId));
        Console.WriteLine($"  the new key was used for          {lastUse.ServiceName} in {lastUse.Region}");
        await people.ExecuteAsync(new CompleteRotation("build-server", old.AccessKeyId));
        answered += await RequestAsync(company, used);
        Console.WriteLine($"  requests answered                 {answered} of 4");
        Console.WriteLine($"  a request with the old key        {(await RequestAsync(company, old) == 1 ? "answered" : "refused")}");
    }

    /// <summary>Client and server in one: signs a request, and verifies it as the server would.</summary>
    private static async Task<int> RequestAsync(Company company, NewAccessKey key)
    {
        var request = new SignableRequest("GET", "/documents/42", new RequestHeader[] { new("Host", "docs.example.com") });
        var signature = new RequestSigner(Endpoint, company.Clock).Sign(in request, key.AccessKeyId, key.SecretAccessKey);
        var received = request with { Headers = (RequestHeader[])[.. request.Headers.Span, .. signature] };
        try
        {
            await company.Authenticator.AuthenticateAsync(new SignatureVerifier(Endpoint, company.Clock), received);
            return 1;
        }
        catch (SignatureException)
        {
            return 0;
        }
    }
}
