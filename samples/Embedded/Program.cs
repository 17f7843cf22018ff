using Embedded;
using IamCore;
using IamCore.Policies;
using IamCore.Stores.Json;

// The directory: accounts, groups, users, a role, a boundary and an SCP, in a file that people can read and edit.
using var store = JsonFileDirectoryStore.Open(
    Path.Combine(AppContext.BaseDirectory, "directory.json"), new JsonFileDirectoryStoreOptions { IsReadOnly = true });
using var engine = new IamEngine(store);
var service = new DocumentService(engine.Authorizer);

var now = TimeProvider.System.GetUtcNow();
var rita = SignIn.Of(new AppUser("rita", "acme"));
var edwinUser = new AppUser("edwin", "acme");
var edwin = SignIn.Of(edwinUser);
var edwinWithMfa = SignIn.Of(edwinUser, secondFactorAt: now.AddMinutes(-2));
var edwinWithOldMfa = SignIn.Of(edwinUser, secondFactorAt: now.AddHours(-2));
var carla = SignIn.Of(new AppUser("carla", "acme"), secondFactorAt: now.AddMinutes(-1));
var antonUser = new AppUser("anton", "globex");
var anton = SignIn.Of(antonUser);
var antonInTheOffice = SignIn.Of(antonUser, "203.0.113.9");
var archivist = SignIn.InRole("Archivist", "nightly");
var ghost = SignIn.Of(new AppUser("ghost", "acme"));

var handbook = new Document("acme", "handbook");
var formula = new Document("acme", "formula", Classification: "secret");
var contract = new Document("acme", "contract", IsOnLegalHold: true);
var forecast = new Document("globex", "forecast");

(string Who, SignIn SignIn, string Action, Document Document)[] questions =
[
    ("rita", rita, DocsActions.ReadDocument, handbook),
    ("rita", rita, DocsActions.ReadDocument, forecast),
    ("rita", rita, DocsActions.UpdateDocument, handbook),
    ("edwin", edwin, DocsActions.UpdateDocument, handbook),
    ("edwin", edwin, DocsActions.UpdateDocument, contract),
    ("edwin", edwin, DocsActions.DeleteDocument, handbook),
    ("edwin, MFA 2 hours ago", edwinWithOldMfa, DocsActions.DeleteDocument, handbook),
    ("edwin, MFA 2 minutes ago", edwinWithMfa, DocsActions.DeleteDocument, handbook),
    ("edwin, MFA 2 minutes ago", edwinWithMfa, DocsActions.DeleteDocument, contract),
    ("edwin", edwin, DocsActions.ShareDocument, handbook),
    ("edwin", edwin, DocsActions.ShareDocument, formula),
    ("carla, contractor", carla, DocsActions.UpdateDocument, handbook),
    ("carla, contractor", carla, DocsActions.ShareDocument, handbook),
    ("carla, contractor", carla, DocsActions.DeleteDocument, handbook),
    ("anton, at home", anton, DocsActions.ReadDocument, handbook),
    ("anton, in the office", antonInTheOffice, DocsActions.ReadDocument, handbook),
    ("role Archivist", archivist, DocsActions.DeleteDocument, handbook),
    ("role Archivist", archivist, DocsActions.DeleteDocument, contract),
    ("nobody we know", ghost, DocsActions.ReadDocument, handbook),
];

Console.WriteLine($"{"who",-25} {"asks for",-20} {"of",-16} {"decision",-13} because");
foreach (var (who, signIn, action, document) in questions)
{
    var result = await service.DecideAsync(signIn, action, document);
    var reason = ReasonOf(await service.ExplainAsync(signIn, action, document));
    Console.WriteLine($"{who,-25} {action,-20} {$"{document.Tenant}/{document.Id}",-16} {result.Decision.Decision,-13} {reason}");
}

Console.WriteLine();
Console.Write("The README's example: ");
Quickstart.Run();

Console.WriteLine();
Console.WriteLine("The same question in a host with a container, its directory made by commands:");
await Hosting.RunAsync();

static string ReasonOf(AccessExplanation answer) => answer switch
{
    { Explanation: null } => "the directory has no such user",
    { Result.Reason: not AccessReason.None } => $"{answer.Result.Reason}",
    { IsAllowed: true } => $"allowed by {Names(answer.Explanation)}",
    { Result.Decision.Decision: Decision.ExplicitDeny } => $"denied by {Names(answer.Explanation)}",
    _ => $"not allowed by {string.Join(", ", answer.Explanation.DeniedBy)}{NearMisses(answer.Explanation)}",
};

static string Names(Explanation explanation) => string.Join(", ", explanation.Matched.Select(m => $"{m} of {m.Origin}"));

// Conditions that failed in statements that would else have allowed it tell the user what to do about it.
static string NearMisses(Explanation explanation)
{
    var failed = explanation.Statements
        .Where(s => s.Statement.Statement.Effect == Effect.Allow)
        .SelectMany(s => s.Conditions.Where(c => !c.Holds))
        .Select(c => $"{c.Key} is {c.RequestValue}, needs {c.Operator} {string.Join(" or ", c.PolicyValues)}")
        .ToList();
    return failed.Count == 0 ? "" : $" ({string.Join("; ", failed)})";
}
