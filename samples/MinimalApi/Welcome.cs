using IamCore.Administration.Credentials;

namespace MinimalApi;

/// <summary>What the sample says when it has started.</summary>
internal static class Welcome
{
    /// <summary>Prints a new key, this once, and lines to paste.</summary>
    public static void Print(WebApplication app, NewAccessKey? key)
    {
        if (key is null)
        {
            return;
        }

        var address = app.Urls.FirstOrDefault() ?? "http://localhost:5000";
        Console.WriteLine(
            $"""
            The access key of the user demo, which is shown only now:
              export ID={key.AccessKeyId} SECRET={key.SecretAccessKey}
            Try:
              curl --aws-sigv4 "aws:amz:us-east-1:docs" --user "$ID:$SECRET" {address}/tenants/acme/documents/1     # 200: the user's own tenant
              curl --aws-sigv4 "aws:amz:us-east-1:docs" --user "$ID:$SECRET" {address}/tenants/globex/documents/1   # 403: another tenant's
              curl --aws-sigv4 "aws:amz:us-east-1:docs" --user "$ID:$SECRET" {address}/tenants/globex/documents/2   # 200: shared with the user
              curl {address}/tenants/acme/documents/1                                                               # 401: not signed
            """);
    }
}
