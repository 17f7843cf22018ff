#region program
using System.Security.Claims;
using IamCore;
using IamCore.Administration.Accounts;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.AspNetCore;
using IamCore.Policies;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication().AddBearerToken();
builder.Services.AddIamCore().AddAspNetCore(options => options.Map(
    new IamUserMapping(user => $"arn:aws:iam::123456789012:user/{user.Name}")));
var app = builder.Build();

// An account with one user, who may read the handbook.
var directory = app.Services.GetRequiredService<IamDirectory>();
await directory.Instance.ExecuteAsync(
    new CreateAccount("Documents", "root@example.com") { AccountId = "123456789012" });
var account = directory.ForAccount(AccountId.Parse("123456789012"));
await account.ExecuteAsync(new CreateUser("alice"));
await account.ExecuteAsync(new PutUserPolicy("alice", "reads-the-handbook",
    """
    { "Version": "2012-10-17",
      "Statement": {
        "Effect": "Allow",
        "Action": "docs:ReadDocument",
        "Resource": "arn:app:docs::123456789012:document/handbook" } }
    """));

// Gives a token to whoever says a name: a stand-in for your own sign-in.
app.MapGet("/sign-in/{name}", (string name) =>
{
    var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "demo");
    return Results.SignIn(new ClaimsPrincipal(identity));
});

app.MapGet("/documents/{id}", (string id) => $"The text of {id}")
    .RequireIam("docs:ReadDocument", "arn:app:docs::123456789012:document/{id}");

await app.RunAsync();
#endregion
