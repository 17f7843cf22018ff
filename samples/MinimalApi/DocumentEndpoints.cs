namespace MinimalApi;

/// <summary>The documents. One line each says what a caller must be allowed.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this WebApplication app)
    {
        var document = app.MapGroup("/tenants/{tenant}/documents/{id}");

        document.MapGet("/", (string tenant, string id, DocumentStore documents) =>
            documents.Find(tenant, id) is { } found ? Results.Ok(found) : Results.NotFound())
            .RequireIam("docs:ReadDocument", Document.Arn);

        document.MapPut("/", (string tenant, string id, NewText text, DocumentStore documents) => documents.Put(new(tenant, id, text.Text)))
            .RequireIam("docs:WriteDocument", Document.Arn);

        // README begins
        document.MapDelete("/", (string tenant, string id, DocumentStore documents) => documents.Delete(tenant, id) ? Results.NoContent() : Results.NotFound())
            .RequireIam("docs:DeleteDocument", "arn:app:docs::123456789012:tenant/{tenant}/document/{id}");
        // README ends

        // Whether a document is secret is known only once it was loaded.
        document.MapPost("/shares", (string tenant, string id, Share share, DocumentStore documents) => documents.Share(documents.Find(tenant, id)!, share.Principal))
            .RequireIam("docs:ShareDocument", call => new(call.HttpContext.RequestServices.GetRequiredService<DocumentStore>()
                .Find(call.GetArgument<string>(0), call.GetArgument<string>(1))?.ToIamResource()));
    }

    internal sealed record NewText(string Text);

    internal sealed record Share(string Principal);
}
