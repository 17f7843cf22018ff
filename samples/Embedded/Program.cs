using Embedded;
using IamCore.Policies;

var service = new DocumentService(new PolicyFolder(Path.Combine(AppContext.BaseDirectory, "policies")));

var rita = new SignIn(new AppUser("rita", "acme", ["readers"]));
var edwin = new SignIn(new AppUser("edwin", "acme", ["readers", "editors"]));
var edwinWithMfa = edwin with { MfaAge = 120 };
var edwinWithOldMfa = edwin with { MfaAge = 7_200 };
var carla = new SignIn(new AppUser("carla", "acme", ["readers", "editors"], Boundary: "contractor"), MfaAge: 60);
var anton = new SignIn(new AppUser("anton", "globex", ["auditors"]));
var antonInTheOffice = anton with { Address = "203.0.113.9" };

var handbook = new Document("acme", "handbook");
var formula = new Document("acme", "formula", Classification: "secret");
var contract = new Document("acme", "contract", IsOnLegalHold: true);
var forecast = new Document("globex", "forecast");

(string Who, SignIn SignIn, string Action, Document Document)[] questions =
[
    ("rita", rita, "docs:ReadDocument", handbook),
    ("rita", rita, "docs:ReadDocument", forecast),
    ("rita", rita, "docs:UpdateDocument", handbook),
    ("edwin", edwin, "docs:UpdateDocument", handbook),
    ("edwin", edwin, "docs:UpdateDocument", contract),
    ("edwin", edwin, "docs:DeleteDocument", handbook),
    ("edwin, MFA 2 hours ago", edwinWithOldMfa, "docs:DeleteDocument", handbook),
    ("edwin, MFA 2 minutes ago", edwinWithMfa, "docs:DeleteDocument", handbook),
    ("edwin, MFA 2 minutes ago", edwinWithMfa, "docs:DeleteDocument", contract),
    ("edwin", edwin, "docs:ShareDocument", handbook),
    ("edwin", edwin, "docs:ShareDocument", formula),
    ("carla, contractor", carla, "docs:UpdateDocument", handbook),
    ("carla, contractor", carla, "docs:ShareDocument", handbook),
    ("carla, contractor", carla, "docs:DeleteDocument", handbook),
    ("anton, at home", anton, "docs:ReadDocument", handbook),
    ("anton, in the office", antonInTheOffice, "docs:ReadDocument", handbook),
];

Console.WriteLine($"{"who",-25} {"asks for",-20} {"of",-16} {"decision",-13} because");
foreach (var (who, signIn, action, document) in questions)
{
    var decision = service.Decide(signIn, action, document).Decision;
    var reason = ReasonOf(service.Explain(signIn, action, document));
    Console.WriteLine($"{who,-25} {action,-20} {$"{document.Tenant}/{document.Id}",-16} {decision,-13} {reason}");
}

Console.WriteLine();
Console.Write("The README's example: ");
Quickstart.Run();

static string ReasonOf(Explanation explanation) => explanation.Decision.Decision switch
{
    Decision.Allow => $"allowed by {string.Join(", ", explanation.Matched)}",
    Decision.ExplicitDeny => $"denied by {string.Join(", ", explanation.Matched)}",
    _ => $"not allowed by {string.Join(", ", explanation.DeniedBy)}{NearMisses(explanation)}",
};

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
