using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using IamCore.Authorization;
using IamCore.EntityFrameworkCore;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Predefined;
using IamCore.Stores;

namespace IamCore.Benchmarks.Classes;

/// <summary>
/// What the authorizer adds to the evaluation: a user in three groups with six policies under two levels of SCPs and a boundary, all cached.
/// <see cref="Evaluate"/> is handed the request and the same policies; <see cref="Authorize"/> finds them, asks the clock, makes the request,
/// completes the context, and records the access. <see cref="AuthorizeFromDatabase"/> does the same over a database, whose revision is polled meanwhile.
/// </summary>
[MemoryDiagnoser]
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet calls the cleanup")]
public class AuthorizeBenchmarks
{
    private const string Account = "123456789012";
    private const string Organization = "o-benchmark0";

    private DirectoryAuthorizer _authorizer = null!;
    private DatabaseDirectoryStore _database = null!;
    private DirectoryAuthorizer _overDatabase = null!;
    private AccessQuestion _question;
    private AccessQuestion _inSession;
    private AccessRequest _request;
    private ApplicablePolicies _policies;

    [GlobalSetup]
    public void Prepare()
    {
        var store = new InMemoryDirectoryStore();
        _database = DatabaseDirectoryStore.OpenSqlite("Data Source=:memory:");
        Fill(store);
        Fill(_database);
        var principal = Principal.Parse($"arn:aws:iam::{Account}:user/alice");
        var resource = ResourceName.Parse($"arn:app:docs::{Account}:document/42");
        _authorizer = new DirectoryAuthorizer(store);
        _overDatabase = new DirectoryAuthorizer(_database);
        _question = new AccessQuestion(principal, ActionName.Parse("docs:Read5"), resource);
        _inSession = new AccessQuestion(new PrincipalSession(principal), _question.Action, resource);
        _request = new AccessRequest(principal, _question.Action, resource);
        _policies = new ApplicablePolicies
        {
            Identity = [.. Enumerable.Range(0, 6).Select(i => Compile(PolicyType.Identity, Text(i)))],
            PermissionsBoundary = Compile(PolicyType.PermissionsBoundary, Open),
            ServiceControl = [Compile(PolicyType.ServiceControl, Open), Compile(PolicyType.ServiceControl, Open)],
            ResourceControl = [PolicySet.Compile(PolicyType.ResourceControl), PolicySet.Compile(PolicyType.ResourceControl)],
        };
        if (Evaluate() != Decision.Allow || Authorize() != Decision.Allow || AuthorizeInSession() != Decision.Allow || AuthorizeFromDatabase() != Decision.Allow)
        {
            throw new InvalidOperationException("The question must be allowed");
        }
    }

    [GlobalCleanup]
    public void Stop()
    {
        _authorizer.Dispose();
        _overDatabase.Dispose();
        _database.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Decision Evaluate() => PolicyEvaluator.Evaluate(in _request, in _policies).Decision;

    [Benchmark]
    public Decision Authorize() => Answer(_authorizer, in _question);

    [Benchmark]
    public Decision AuthorizeInSession() => Answer(_authorizer, in _inSession);

    [Benchmark]
    public Decision AuthorizeFromDatabase() => Answer(_overDatabase, in _question);

    private static Decision Answer(DirectoryAuthorizer authorizer, in AccessQuestion question)
    {
        var answer = authorizer.AuthorizeAsync(in question);
        return answer.IsCompletedSuccessfully ? answer.Result.Decision.Decision : answer.AsTask().GetAwaiter().GetResult().Decision.Decision;
    }

    private static void Fill(IDirectoryStore store)
    {
        var made = store.CommitAsync(new ChangeSet { Puts = [.. Objects()] }, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        if (!made.IsCommitted)
        {
            throw new InvalidOperationException(made.Subject);
        }
    }

    private static string Open => """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private static string Text(int i) => $$"""
        {"Version":"2012-10-17","Statement":[
         {"Effect":"Allow","Action":"docs:Read{{i}}","Resource":"arn:app:docs::{{Account}}:document/*"},
         {"Effect":"Deny","Action":"docs:*","Resource":"arn:app:docs::{{Account}}:secret/{{i}}/*"}]}
        """;

    private static PolicySet Compile(PolicyType type, string text) => PolicySet.Compile(PolicyDocument.Parse(text, type));

    private static IEnumerable<DirectoryObject> Objects()
    {
        var account = AccountId.Parse(Account);
        ValueList<ObjectKey> control = [PredefinedPolicies.FullAwsAccess];
        yield return new Organization
        {
            Id = Organization, Name = "Root", RootId = "r-root", ManagementAccount = AccountId.Parse("999999999999"), ServiceControlPolicies = control,
        };
        yield return new IamAccount
        {
            Id = Account, Name = "Benchmark", Email = "root@example.com", CanonicalUserId = new string('0', 64), Status = AccountStatus.Active,
            Parent = new ObjectKey(ObjectKind.Organization, Organization), ServiceControlPolicies = control,
        };
        yield return Policy("ANPABOUNDARY", "Boundary", Open, account);
        for (var i = 0; i < 6; i++)
        {
            yield return Policy($"ANPAPOLICY{i}", $"Policy{i}", Text(i), account);
        }

        for (var g = 0; g < 3; g++)
        {
            yield return new IamGroup
            {
                Id = $"AGPAGROUP{g}", Account = account, Name = $"Group{g}",
                AttachedPolicies = [new ObjectKey(ObjectKind.ManagedPolicy, $"ANPAPOLICY{g * 2}"), new ObjectKey(ObjectKind.ManagedPolicy, $"ANPAPOLICY{(g * 2) + 1}")],
            };
        }

        yield return new IamUser
        {
            Id = "AIDAALICE", Account = account, Name = "alice", Groups = ["AGPAGROUP0", "AGPAGROUP1", "AGPAGROUP2"],
            PermissionsBoundary = new ObjectKey(ObjectKind.ManagedPolicy, "ANPABOUNDARY"),
        };
    }

    private static ManagedPolicy Policy(string id, string name, string text, AccountId account) => new()
    {
        Id = id, Account = account, Name = name, DefaultVersionId = "v1", NextVersion = 2,
        Versions = [new PolicyVersion("v1", new PolicyText(text), default)],
    };
}
