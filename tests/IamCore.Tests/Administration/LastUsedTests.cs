using IamCore.Administration.Accounts;
using IamCore.Administration.Composites;
using IamCore.Administration.Reports;
using IamCore.Administration.Roles;
using IamCore.Authorization;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Stores;
using Microsoft.Extensions.DependencyInjection;
using static IamCore.Tests.Administration.Callers;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

/// <summary>Last-accessed data reach the reports without the host's doing (ID-120, ID-267, ID-270).</summary>
public sealed class LastUsedTests
{
    [Fact]
    public async Task A_host_with_a_container_has_reports_of_what_its_authorizer_saw()
    {
        using var services = new ServiceCollection().AddIamCore().Services.BuildServiceProvider();
        await ReportsAsync(services.GetRequiredService<IamDirectory>(), services.GetRequiredService<IAuthorizer>());
        Assert.Same(services.GetRequiredService<LastAccessed>(), services.GetRequiredService<DirectoryAuthorizer>().LastAccessed);
    }

    [Fact]
    public async Task So_has_a_host_without_one()
    {
        using var engine = new IamEngine();
        await ReportsAsync(engine.Directory, engine.Authorizer);
    }

    [Fact]
    public async Task Where_recording_is_off_reports_know_nothing()
    {
        using var services = new ServiceCollection().AddIamCore(o => o.RecordLastAccessed = false).Services.BuildServiceProvider();
        Assert.Null(services.GetRequiredService<IamDirectory>().Options.LastAccessed);
        using var engine = new IamEngine(options: new() { Authorizer = new() { RecordLastAccessed = false } });
        Assert.Null(engine.Directory.Options.LastAccessed);
    }

    [Fact]
    public async Task ID_120_a_role_tells_when_a_session_of_it_was_last_used_and_where()
    {
        using var engine = new IamEngine();
        var clock = new FakeTimeProvider(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));
        var d = await NewAsync(new() { LastAccessed = engine.LastAccessed, TimeProvider = clock });
        var ann = await d.UserCallerAsync("ann", AllowAll);
        await d.DoAsync(new CreateRole("r", Trust(Arn("user/ann"))));
        Assert.Null((await d.DoAsync(new GetRole("r"))).LastUsed);
        var session = await new SecurityTokenService(d.Directory).AssumeRoleAsync(ann, new(Arn("role/r"), "session"));
        Assert.Null((await d.DoAsync(new GetRole("r"))).LastUsed); // assumed, not used
        var authenticator = new CallerAuthenticator(d.Directory);
        await AuthenticateAsync();
        Assert.Equal(new RoleLastUsed(clock.GetUtcNow(), null), (await d.DoAsync(new GetRole("r"))).LastUsed);
        var first = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromMinutes(14));
        await AuthenticateAsync();
        Assert.Equal(first, (await d.DoAsync(new GetRole("r"))).LastUsed?.LastUsedDate);
        clock.Advance(TimeSpan.FromMinutes(1));
        await AuthenticateAsync();
        var details = await d.DoAsync(new GetAccountAuthorizationDetails { Filter = [AuthorizationDetailKind.Role] });
        Assert.Equal(clock.GetUtcNow(), details.Roles[0].LastUsed?.LastUsedDate);
        var job = await d.DoAsync(new GenerateServiceLastAccessedDetails(Arn("role/r")));
        Assert.DoesNotContain((await d.DoAsync(new GetServiceLastAccessedDetails(job))).Services, s => s.ServiceNamespace == "iamcore");
        clock.Advance(TimeSpan.FromDays(400));
        Assert.Null((await d.DoAsync(new GetRole("r"))).LastUsed);

        async Task AuthenticateAsync()
        {
            var keys = session.Credentials;
            await authenticator.AuthenticateAccessKeyAsync(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);
        }
    }

    private static async Task ReportsAsync(IamDirectory directory, IAuthorizer authorizer)
    {
        await directory.Instance.ExecuteAsync(new CreateAccount("Main", "root@example.com") { AccountId = Here });
        var iam = directory.ForAccount(AccountId.Parse(Here));
        await iam.ExecuteAsync(new CreateUserComposite("ann") { InlinePolicies = [new("own", new(AllowRead))] });
        await authorizer.AuthorizeAsync(new AccessQuestion(Principal.Parse(Arn("user/ann")), ActionName.Parse("docs:ReadOne"), ResourceName.Parse("*")));
        var job = await iam.ExecuteAsync(new GenerateServiceLastAccessedDetails(Arn("user/ann")));
        var used = Assert.Single((await iam.ExecuteAsync(new GetServiceLastAccessedDetails(job))).Services);
        Assert.Equal(("docs", Arn("user/ann")), (used.ServiceNamespace, used.LastAuthenticatedEntity));
    }
}
