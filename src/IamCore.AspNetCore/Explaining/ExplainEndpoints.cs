using IamCore.Authorization;
using IamCore.Model;
using IamCore.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.AspNetCore.Explaining;

/// <summary>The page's questions and answers.</summary>
internal static class ExplainEndpoints
{
    private const int MaxSuggestions = 1000;

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The page, with its own address in it.</summary>
    public static IResult Page(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "no-store";
        var address = $"{http.Request.PathBase}{http.Request.Path}".TrimEnd('/');
        return TypedResults.Text(Read("explain.html").Replace("{base}", System.Net.WebUtility.HtmlEncode(address), StringComparison.Ordinal), "text/html");
    }

    public static IResult Asset(string name, string type) => TypedResults.Text(Read(name), type);

    /// <summary>Asks the simulator: nothing is recorded (ID-268).</summary>
    public static async Task<IResult> AskAsync(HttpContext http)
    {
        ExplainQuestion? asked;
        try
        {
            asked = await http.Request.ReadFromJsonAsync(ExplainJson.Default.ExplainQuestion, http.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or InvalidOperationException)
        {
            return TypedResults.Problem("Expected principal, action, resource and context as JSON", statusCode: StatusCodes.Status400BadRequest);
        }

        if (asked is null)
        {
            return TypedResults.Problem("Nothing was asked", statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            var session = await AskedSession.FindAsync(asked.Principal, http).ConfigureAwait(false);
            if (!TryRead(asked, session, out var question))
            {
                return TypedResults.Problem(ProblemOf(asked, session), statusCode: StatusCodes.Status400BadRequest);
            }

            var answer = await http.RequestServices.GetRequiredService<AccessSimulator>().SimulateAsync(question, cancellationToken: http.RequestAborted).ConfigureAwait(false);
            var shown = AnswerWriter.Of(answer);
            return TypedResults.Json(session is null ? shown : session.Complete(shown, question.Action), ExplainJson.Default.ExplainAnswer);
        }
        catch (Exception exception) when (exception is RequestFormatException or IamException)
        {
            return TypedResults.Problem(exception.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>Sessions of mapped roles, users and roles of the directory, and what the endpoints demand.</summary>
    public static async Task<IResult> SuggestAsync(HttpContext http)
    {
        var catalog = http.RequestServices.GetRequiredService<IDirectoryCatalog>();
        var principals = await AskedSession.ListAsync(http).ConfigureAwait(false);
        foreach (var account in await ListAsync<IamAccount>(catalog, ObjectKind.Account, "", http.RequestAborted).ConfigureAwait(false))
        {
            principals.Add(account.RootArn);
            foreach (var kind in (ObjectKind[])[ObjectKind.User, ObjectKind.Role])
            {
                var entities = await ListAsync<IamEntity>(catalog, kind, account.Id, http.RequestAborted).ConfigureAwait(false);
                principals.AddRange(entities.Select(entity => entity.Arn));
            }
        }

        var demands = (await http.RequestServices.GetRequiredService<IamEndpointSource>().ListAsync().ConfigureAwait(false))
            .SelectMany(endpoint => endpoint.Requirements.AsSpan().ToArray())
            .Select(demand => demand.Split(" on ", 2)).ToList();
        return TypedResults.Json(
            new ExplainSuggestions(
                [.. principals.Take(MaxSuggestions)],
                [.. demands.Select(demand => demand[0]).Distinct().Order(StringComparer.Ordinal)],
                [.. demands.Select(demand => demand[1]).Where(r => r.StartsWith("arn:", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)]),
            ExplainJson.Default.ExplainSuggestions);
    }

    private static bool TryRead(ExplainQuestion asked, AskedSession? session, out AccessQuestion question)
    {
        question = default;
        Principal? principal = null;
        if ((session is null && !Principal.TryParse(asked.Principal, out principal)) || !ActionName.TryParse(asked.Action, out var action)
            || !ResourceName.TryParse(asked.Resource, out var resource) || !TryReadContext(asked.Context, out var context))
        {
            return false;
        }

        question = session is null ? new(principal!, action, resource, context) : new(session.Principal, action, resource, context);
        return true;
    }

    private static bool TryReadContext(Dictionary<string, string[]>? given, out RequestContext context)
    {
        context = [];
        foreach (var (key, values) in given ?? [])
        {
            if (string.IsNullOrWhiteSpace(key) || values is not { Length: > 0 } || !context.TryAdd(key, values.Length == 1 ? values[0] : ContextValue.Many(values)))
            {
                return false;
            }
        }

        return true;
    }

    private static string ProblemOf(ExplainQuestion asked, AskedSession? session) =>
        session is null && AskedSession.MayBeToken(asked.Principal) ? "This is no session token of this directory: it was altered, or its key is gone"
        : session is null && !Principal.TryParse(asked.Principal, out _) ? $"\"{asked.Principal}\" is no principal: expected an ARN, * for anonymous, or a session token"
        : !ActionName.TryParse(asked.Action, out _) ? $"\"{asked.Action}\" is no action: expected service:Name"
        : !ResourceName.TryParse(asked.Resource, out _) ? $"\"{asked.Resource}\" is no resource: expected an ARN, or *"
        : "A context key is empty or there twice";

    private static async Task<List<T>> ListAsync<T>(IDirectoryCatalog catalog, ObjectKind kind, string scope, CancellationToken cancellationToken)
    {
        var query = new ObjectQuery { Kind = kind, Scope = scope, Limit = Math.Min(MaxSuggestions, ObjectQuery.MaxLimit) };
        var page = await catalog.ListAsync(query, cancellationToken).ConfigureAwait(false);
        return [.. page.Items.OfType<T>()];
    }

    private static string Read(string name)
    {
        using var stream = typeof(ExplainEndpoints).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
