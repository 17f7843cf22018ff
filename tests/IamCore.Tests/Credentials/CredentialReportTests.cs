using IamCore.Administration.Credentials;
using IamCore.Administration.Users;
using IamCore.Model;
using IamCore.Tests.Sessions;

namespace IamCore.Tests.Credentials;

/// <summary>The credential report (CR-077 to CR-080).</summary>
public sealed class CredentialReportTests
{
    private const string Header =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,"
        + "access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,"
        + "access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,"
        + "cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private const string NoKey = "false,N/A,N/A,N/A,N/A";

    private const string NoCertificates = "false,N/A,false,N/A";

    private readonly SessionFixture _world = new();

    [Fact]
    public async Task CR_078_CR_079_CR_080_SC_100_the_report_is_as_documented()
    {
        await _world.Trusted.ExecuteAsync(new UpdateAccountPasswordPolicy(new() { MaxPasswordAge = 90 }));
        await _world.Trusted.ExecuteAsync(new CreateUser("zoe"));
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.Trusted.ExecuteAsync(new CreateUser("a,b") { Path = "/\"x\"/" });
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("zoe") { Password = "Passw0rd!" });
        var key = await _world.Trusted.ExecuteAsync(new CreateAccessKey("zoe"));
        await _world.Authenticator.AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await _world.Trusted.ExecuteAsync(new CreateAccessKey("zoe"));
        await _world.Trusted.ExecuteAsync(new UpdateAccessKey(second.AccessKeyId, CredentialStatus.Inactive, "zoe"));
        await _world.SignIn.SignInAsync(SessionFixture.Home, "zoe", "Passw0rd!");
        await _world.DeviceAsync("zoe", "phone");

        Assert.Equal(ReportState.Complete, await _world.Trusted.ExecuteAsync(new GenerateCredentialReport()));
        var report = await _world.Trusted.ExecuteAsync(new GetCredentialReport());
        Assert.Equal("text/csv", report.ReportFormat);
        Assert.Equal(_world.Clock.GetUtcNow(), report.GeneratedTime);
        Assert.Equal(
            [
                Header,
                $"<root_account>,arn:aws:iam::123456789012:root,0001-01-01T00:00:00+00:00,not_supported,no_information,not_supported,not_supported,false,{NoKey},{NoKey},{NoCertificates}",
                "zoe,arn:aws:iam::123456789012:user/zoe,2026-01-31T09:30:00+00:00,true,2026-01-31T09:32:00+00:00,2026-01-31T09:31:00+00:00,2026-05-01T09:31:00+00:00,true,"
                    + "true,2026-01-31T09:31:00+00:00,2026-01-31T09:31:00+00:00,N/A,N/A,false,2026-01-31T09:32:00+00:00,N/A,N/A,N/A," + NoCertificates,
                "\"a,b\",\"arn:aws:iam::123456789012:user/\"\"x\"\"/a,b\",2026-01-31T09:31:00+00:00,false,N/A,N/A,N/A,false," + $"{NoKey},{NoKey},{NoCertificates}",
                "",
            ],
            report.Content.Split('\n'));
    }

    [Fact]
    public async Task CR_077_a_report_is_kept_for_four_hours()
    {
        await SessionFixture.RefusedAsync(IamErrorCode.ReportNotPresent, () => _world.Trusted.ExecuteAsync(new GetCredentialReport()));
        await _world.Trusted.ExecuteAsync(new GenerateCredentialReport());
        var made = _world.Clock.GetUtcNow();
        _world.Clock.SetUtcNow(made.AddHours(4).AddSeconds(-1));
        _world.User("late");
        await _world.Trusted.ExecuteAsync(new GenerateCredentialReport());
        var kept = await _world.Trusted.ExecuteAsync(new GetCredentialReport());
        Assert.Equal(made, kept.GeneratedTime);
        Assert.DoesNotContain("late", kept.Content, StringComparison.Ordinal);

        _world.Clock.SetUtcNow(made.AddHours(4));
        await SessionFixture.RefusedAsync(IamErrorCode.ReportExpired, () => _world.Trusted.ExecuteAsync(new GetCredentialReport()));
        await _world.Trusted.ExecuteAsync(new GenerateCredentialReport());
        Assert.Contains("late", (await _world.Trusted.ExecuteAsync(new GetCredentialReport())).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CR_080_the_documented_case_is_an_option()
    {
        var world = new SessionFixture(new() { DocumentedCase = true });
        await world.Trusted.ExecuteAsync(new GenerateCredentialReport());
        Assert.Contains(",FALSE,FALSE,N/A", (await world.Trusted.ExecuteAsync(new GetCredentialReport())).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CR_118_unused_credentials_are_found_in_the_report()
    {
        _world.User("idle");
        await _world.Trusted.ExecuteAsync(new CreateAccessKey("idle"));
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("idle") { Password = "Passw0rd!" });
        await _world.Trusted.ExecuteAsync(new GenerateCredentialReport());
        var row = (await _world.Trusted.ExecuteAsync(new GetCredentialReport())).Content.Split('\n').Single(line => line.StartsWith("idle,", StringComparison.Ordinal)).Split(',');
        Assert.Equal(("true", "no_information"), (row[3], row[4]));
        Assert.Equal(("true", "N/A"), (row[8], row[10]));
    }
}
