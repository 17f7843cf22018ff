using System.Security.Claims;
using IamCore;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Users;
using IamCore.AspNetCore;
using IamCore.Model;
using IamCore.Sessions;

namespace MinimalApi;

/// <summary>
/// Users and sessions for administrators. The endpoints demand a signed request and nothing else: each operation is authorized by the directory itself, in the
/// name of the caller (<c>iam:CreateUser</c> and so on).
/// </summary>
internal static class AdministrationEndpoints
{
    public static void MapAdministration(this WebApplication app)
    {
        var group = app.MapGroup("/administration").RequireAuthorization().WithoutIam("the directory authorizes each operation").AddEndpointFilter(AnswerRefusalsAsync);

        group.MapGet("/users", async (HttpContext http) =>
        {
            var users = await http.GetIamAdministration()!.ExecuteAsync(new ListUsers());
            return ((IEnumerable<IamUser>)users.Items).Select(user => new UserView(user.Name, user.Arn)).ToList();
        });

        group.MapPost("/users", async (NewUser user, HttpContext http) =>
        {
            var created = await http.GetIamAdministration()!.ExecuteAsync(new CreateUser(user.Name) { Tags = [new Tag("Tenant", user.Tenant)] });
            await http.GetIamAdministration()!.ExecuteAsync(new AddUserToGroup("Members", user.Name));
            return new UserView(created.Name, created.Arn);
        });

        group.MapPost("/users/{name}/keys", async (string name, HttpContext http) =>
        {
            var key = await http.GetIamAdministration()!.ExecuteAsync(new CreateAccessKey(name));
            return new KeyView(key.AccessKeyId, key.SecretAccessKey, null);
        });

        group.MapPost("/session", async (SessionRequest request, ClaimsPrincipal user, SecurityTokenService sts) =>
        {
            var session = await sts.GetSessionTokenAsync(
                IamClaimsIdentity.Find(user)!.Caller!, new GetSessionToken { SerialNumber = request.SerialNumber, TokenCode = request.TokenCode });
            return new KeyView(session.Credentials.AccessKeyId, session.Credentials.SecretAccessKey, session.Credentials.SessionToken);
        });
    }

    private static async ValueTask<object?> AnswerRefusalsAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (IamException refusal)
        {
            return Results.Problem(refusal.Message, statusCode: refusal.HttpStatusCode, title: refusal.Code);
        }
    }

    internal sealed record NewUser(string Name, string Tenant);

    internal sealed record UserView(string Name, string Arn);

    internal sealed record KeyView(string AccessKeyId, string SecretAccessKey, string? SessionToken);

    internal sealed record SessionRequest(string? SerialNumber, string? TokenCode);
}
