using System.Text.Json;
using IamCore.Administration.InstanceProfiles;
using IamCore.Administration.Users;
using IamCore.Credentials;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions.Workloads;

namespace IamCore.Tests.Sessions;

/// <summary>Workloads get their role by an instance profile (ST-109 to ST-112, ID-137 to ID-139).</summary>
public sealed class WorkloadTests
{
    private static readonly AccountId Home = AccountId.Parse(SessionFixture.Home);

    private readonly SessionFixture _world = new();

    private WorkloadCredentials Workloads => field ??= new(_world.Directory);

    [Fact]
    public async Task SC_034_SC_063_SC_079_SC_093_ST_109_a_workload_acts_by_its_role_and_no_secret_is_configured()
    {
        var role = await ProfileAsync("app", _world.Role("App", "ec2.amazonaws.com", kind: "Service", max: 3600));
        await _world.Trusted.ExecuteAsync(new AssociateInstanceProfile("i-42", "app"));
        var issued = await Workloads.GetAsync(Home, "i-42", new() { SourceInstanceArn = "arn:aws:ec2:::instance/i-42" });
        Assert.Equal(SessionKind.WorkloadRole, issued.Session.Kind);
        Assert.Equal(_world.Clock.GetUtcNow().AddHours(6), issued.Credentials.Expiration); // MaxSessionDuration does not bind
        var caller = await _world.Authenticator.AuthenticateAccessKeyAsync(issued.Credentials.AccessKeyId, issued.Credentials.SecretAccessKey, issued.Credentials.SessionToken);
        var identity = await _world.Sts.GetCallerIdentityAsync(caller);
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/App/i-42", identity.Arn);
        Assert.Equal($"{role.Id}:i-42", identity.UserId);
        Assert.Equal("arn:aws:ec2:::instance/i-42", await _world.KeyOfAsync(caller, "ec2:SourceInstanceARN"));
        Assert.Empty((await _world.Trusted.ExecuteAsync(new ListUsers())).Items);
    }

    [Fact]
    public async Task SC_064_ID_138_ID_139_an_empty_profile_gives_nothing_and_another_role_comes_with_the_next_credentials()
    {
        var first = await ProfileAsync("app", _world.Role("First", "ec2.amazonaws.com", kind: "Service"));
        await _world.Trusted.ExecuteAsync(new AssociateInstanceProfile("i-42", "app"));
        var before = await Workloads.GetAsync(Home, "i-42");
        await _world.Trusted.ExecuteAsync(new RemoveRoleFromInstanceProfile("app", first.Name));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await Workloads.GetAsync(Home, "i-42"));
        var second = _world.Role("Second", "ec2.amazonaws.com", kind: "Service");
        await _world.Trusted.ExecuteAsync(new AddRoleToInstanceProfile("app", "Second"));
        Assert.Equal(second.Key, (await Workloads.GetAsync(Home, "i-42")).Session.Entity);
        Assert.Equal(first.Key, before.Session.Entity);
        await _world.Sts.GetCallerIdentityAsync(before.Session); // what was handed out lives on
    }

    [Fact]
    public async Task ST_109_ST_112_who_has_no_association_or_a_role_that_does_not_trust_gets_nothing()
    {
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, async () => await Workloads.GetAsync(Home, "unknown"));
        await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, async () => await Workloads.GetAsync(Home, "i"));
        await ProfileAsync("app", _world.Role("App", SessionFixture.Home));
        await _world.Trusted.ExecuteAsync(new AssociateInstanceProfile("i-42", "app"));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await Workloads.GetAsync(Home, "i-42"));
    }

    [Fact]
    public async Task SC_064_ST_112_credentials_have_the_form_of_a_metadata_end_point()
    {
        await ProfileAsync("app", _world.Role("App", "ec2.amazonaws.com", kind: "Service"));
        await _world.Trusted.ExecuteAsync(new AssociateInstanceProfile("i-42", "app"));
        var issued = await Workloads.GetAsync(Home, "i-42");
        var document = MetadataDocument.Of(issued);
        using var json = JsonDocument.Parse(document.ToJson());
        Assert.Equal(
            ["Code=Success", "LastUpdated=2026-01-31T09:30:00Z", "Type=AWS-HMAC", $"AccessKeyId={issued.Credentials.AccessKeyId}",
                $"SecretAccessKey={issued.Credentials.SecretAccessKey}", $"Token={issued.Credentials.SessionToken}", "Expiration=2026-01-31T15:30:00Z"],
            json.RootElement.EnumerateObject().Select(member => $"{member.Name}={member.Value.GetString()}"));
        Assert.Equal(issued.Credentials.AccessKeyId, document.ToString());
    }

    [Fact]
    public async Task SC_063_ST_111_refreshed_credentials_sign_without_a_gap()
    {
        await ProfileAsync("app", _world.Role("App", "ec2.amazonaws.com", kind: "Service"));
        await _world.Trusted.ExecuteAsync(new AssociateInstanceProfile("i-42", "app"));
        using var refreshing = Workloads.Refreshing(Home, "i-42");
        var seen = new HashSet<string>();
        for (var minute = 0; minute < 24 * 60; minute += 5)
        {
            var credentials = await refreshing.GetAsync();
            await _world.Authenticator.AuthenticateAccessKeyAsync(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken);
            seen.Add(credentials.AccessKeyId);
            if (credentials.Expiration - _world.Clock.GetUtcNow() <= TimeSpan.FromMinutes(15))
            {
                await Eventually.TrueAsync(async () => await refreshing.GetAsync() != credentials); // new ones are on their way
            }

            _world.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(5, seen.Count); // replaced every 345 minutes of a day
    }

    private async Task<IamRole> ProfileAsync(string profile, IamRole role)
    {
        await _world.Trusted.ExecuteAsync(new CreateInstanceProfile(profile));
        await _world.Trusted.ExecuteAsync(new AddRoleToInstanceProfile(profile, role.Name));
        return role;
    }
}
