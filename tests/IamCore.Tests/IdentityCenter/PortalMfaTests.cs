using IamCore.Configuration;
using IamCore.Credentials;
using IamCore.IdentityCenter;
using IamCore.IdentityCenter.Devices;
using IamCore.IdentityCenter.Directory;
using IamCore.IdentityCenter.Portal;
using IamCore.Model;
using IamCore.Tests.Sessions;

namespace IamCore.Tests.IdentityCenter;

/// <summary>The second factor in the access portal (ST-148, ST-154 to ST-158).</summary>
public sealed class PortalMfaTests
{
    private const string Laptop = "laptop in the office";

    /// <summary>Every mode with every setting, with and without a device, from a trusted and from an unknown context: straight from ST-155.</summary>
    [Theory]
    [InlineData(PortalMfaMode.Never, MissingDevice.Allow, "Complete Complete Complete Complete")]
    [InlineData(PortalMfaMode.Never, MissingDevice.RequireRegistration, "Complete Complete Complete Complete")]
    [InlineData(PortalMfaMode.Never, MissingDevice.EmailOtp, "Complete Complete Complete Complete")]
    [InlineData(PortalMfaMode.Never, MissingDevice.Block, "Complete Complete Complete Complete")]
    [InlineData(PortalMfaMode.ContextAware, MissingDevice.Allow, "Complete MfaRequired Complete Complete")]
    [InlineData(PortalMfaMode.ContextAware, MissingDevice.RequireRegistration, "Complete MfaRequired Complete MfaEnrolmentRequired")]
    [InlineData(PortalMfaMode.ContextAware, MissingDevice.EmailOtp, "Complete MfaRequired Complete EmailOtpRequired")]
    [InlineData(PortalMfaMode.ContextAware, MissingDevice.Block, "Complete MfaRequired Complete AccessDeniedException")]
    [InlineData(PortalMfaMode.Always, MissingDevice.Allow, "MfaRequired MfaRequired Complete Complete")]
    [InlineData(PortalMfaMode.Always, MissingDevice.RequireRegistration, "MfaRequired MfaRequired MfaEnrolmentRequired MfaEnrolmentRequired")]
    [InlineData(PortalMfaMode.Always, MissingDevice.EmailOtp, "MfaRequired MfaRequired EmailOtpRequired EmailOtpRequired")]
    [InlineData(PortalMfaMode.Always, MissingDevice.Block, "MfaRequired MfaRequired AccessDeniedException AccessDeniedException")]
    public async Task Each_mode_with_each_setting_gives_the_specified_outcome(PortalMfaMode mode, MissingDevice missing, string expected)
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana", "ana@example.com");
        var (device, seed) = await f.AppAsync(user);
        f.Clock.Advance(TimeSpan.FromMinutes(1));
        await f.DoAsync(new UpdateInstance { MfaMode = PortalMfaMode.Always });
        var trusting = new PortalSignIn("ana", CenterFixture.Password) { Context = Laptop, TrustContext = true, Mfa = new(device, f.Code(seed)) };
        Assert.Equal(SignInStatus.Complete, (await f.Portal.SignInAsync(trusting)).Status);
        await f.DoAsync(new UpdateInstance { MfaMode = mode, MissingDevice = missing });

        var withDevice = (await OutcomeAsync(f, Laptop), await OutcomeAsync(f, null));
        await f.DoAsync(new DeletePortalDevice(user.Id, device));
        var without = (await OutcomeAsync(f, Laptop), await OutcomeAsync(f, null));
        Assert.Equal(expected, $"{withDevice.Item1} {withDevice.Item2} {without.Item1} {without.Item2}");
    }

    [Fact]
    public async Task The_default_asks_only_who_has_a_device_and_comes_from_elsewhere()
    {
        var f = await CenterFixture.NewAsync();
        Assert.Equal((PortalMfaMode.ContextAware, MissingDevice.Allow, true), (f.Instance.MfaMode, f.Instance.MissingDevice, f.Instance.AllowUserDeviceManagement));
        var user = await f.UserAsync("ana");
        Assert.Equal("Complete", await OutcomeAsync(f, null));
        await f.AppAsync(user);
        Assert.Equal("MfaRequired", await OutcomeAsync(f, null));
    }

    [Fact]
    public async Task A_context_is_trusted_only_after_a_device_and_only_for_its_user()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        await f.Portal.SignInAsync(new("ana", CenterFixture.Password) { Context = Laptop, TrustContext = true }); // no device yet: nothing is trusted
        var (device, seed) = await f.AppAsync(user);
        f.Clock.Advance(TimeSpan.FromMinutes(1));
        var asked = await f.Portal.SignInAsync(new("ana", CenterFixture.Password) { Context = Laptop, TrustContext = true });
        Assert.Equal(SignInStatus.MfaRequired, asked.Status);
        await f.Portal.SubmitCodeAsync(asked.Handle!, new(device, f.Code(seed)));
        Assert.Equal("Complete", await OutcomeAsync(f, Laptop));
        Assert.Equal("MfaRequired", await OutcomeAsync(f, "laptop in a train"));

        var ben = await f.UserAsync("ben");
        await f.AppAsync(ben);
        Assert.Equal("MfaRequired", await OutcomeAsync(f, Laptop, "ben"));
    }

    [Fact]
    public async Task A_user_who_must_register_does_so_in_the_middle_of_the_sign_in()
    {
        var f = await CenterFixture.NewAsync();
        await f.DoAsync(new UpdateInstance { MfaMode = PortalMfaMode.Always, MissingDevice = MissingDevice.RequireRegistration });
        var user = await f.UserAsync("ana");
        var asked = await f.Portal.SignInAsync(new("ana", CenterFixture.Password));
        Assert.Null(asked.Session);
        var made = await f.Portal.BeginEnrolmentAsync(asked.Handle!, "phone");
        var seed = SessionFixture.Unbase32(made.Base32StringSeed);
        await CenterFixture.RefusedAsync(
            IamErrorCode.ValidationException, () => f.Portal.CompleteEnrolmentAsync(asked.Handle!, made.DeviceId, f.Code(seed), f.Code(seed)).AsTask());
        var done = await f.Portal.CompleteEnrolmentAsync(asked.Handle!, made.DeviceId, f.Code(seed, -1), f.Code(seed));
        Assert.Equal((SignInStatus.Complete, user.Id), (done.Status, done.Session!.UserId));
        await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.CompleteEnrolmentAsync(asked.Handle!, made.DeviceId, f.Code(seed, -1), f.Code(seed)).AsTask());
        Assert.Equal("MfaRequired", await OutcomeAsync(f, null));
    }

    [Fact]
    public async Task With_self_service_off_nobody_enrols_in_the_middle_of_a_sign_in_either()
    {
        var f = await CenterFixture.NewAsync();
        await f.DoAsync(new UpdateInstance { MfaMode = PortalMfaMode.Always, MissingDevice = MissingDevice.RequireRegistration, AllowUserDeviceManagement = false });
        await f.UserAsync("ana");
        var asked = await f.Portal.SignInAsync(new("ana", CenterFixture.Password));
        Assert.Equal(SignInStatus.MfaEnrolmentRequired, asked.Status);
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => f.Portal.BeginEnrolmentAsync(asked.Handle!, "phone").AsTask());
    }

    [Fact]
    public async Task A_mailed_code_is_good_once_for_ten_minutes_and_trusts_nothing()
    {
        var f = await CenterFixture.NewAsync();
        await f.DoAsync(new UpdateInstance { MissingDevice = MissingDevice.EmailOtp });
        await f.UserAsync("ana", "ana@example.com");
        var asked = await f.Portal.SignInAsync(new("ana", CenterFixture.Password) { Context = Laptop, TrustContext = true });
        var mail = Assert.Single(f.Mailbox.Codes);
        Assert.Matches("^[0-9]{6}$", mail.Code);
        Assert.Equal((f.Clock.GetUtcNow().AddMinutes(10), "ana@example.com"), (mail.Expiration, mail.Email));
        Assert.DoesNotContain(mail.Code, mail.ToString(), StringComparison.Ordinal);
        var wrong = mail.Code == "000000" ? "000001" : "000000";
        await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.SubmitEmailCodeAsync(asked.Handle!, wrong).AsTask());
        var done = await f.Portal.SubmitEmailCodeAsync(asked.Handle!, mail.Code);
        Assert.Equal((SignInStatus.Complete, null), (done.Status, done.Session!.MultiFactorAuthTime));
        await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.SubmitEmailCodeAsync(asked.Handle!, mail.Code).AsTask());
        Assert.Equal("EmailOtpRequired", await OutcomeAsync(f, Laptop));

        var late = await f.Portal.SignInAsync(new("ana", CenterFixture.Password));
        f.Clock.Advance(TimeSpan.FromMinutes(10));
        await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.SubmitEmailCodeAsync(late.Handle!, f.Mailbox.Codes[^1].Code).AsTask());
    }

    [Fact]
    public async Task Codes_by_mail_do_not_help_who_has_no_address()
    {
        var f = await CenterFixture.NewAsync();
        await f.DoAsync(new UpdateInstance { MissingDevice = MissingDevice.EmailOtp });
        await f.UserAsync("ana");
        Assert.Equal("AccessDeniedException", await OutcomeAsync(f, null));
    }

    [Fact]
    public async Task Types_and_numbers_of_devices_are_limited()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        await f.AppAsync(user, "one");
        f.Clock.Advance(TimeSpan.FromMinutes(2));
        await f.AppAsync(user, "two");
        await CenterFixture.RefusedAsync(IamErrorCode.ServiceQuotaExceededException, () => f.DoAsync(new CreatePortalDevice(user.Id, "three")));
        var other = await f.UserAsync("ben");
        await f.DoAsync(new UpdateInstance { MfaTypes = PortalMfaTypes.SecurityKeys });
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => f.DoAsync(new CreatePortalDevice(other.Id, "phone")));
    }

    [Fact]
    public async Task A_code_is_taken_once_and_a_foreign_device_not_at_all()
    {
        var f = await CenterFixture.NewAsync();
        var ana = await f.UserAsync("ana");
        var ben = await f.UserAsync("ben");
        var (device, seed) = await f.AppAsync(ana);
        await f.AppAsync(ben);
        f.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = new PortalCode(device, f.Code(seed));
        var benAsked = await f.Portal.SignInAsync(new("ben", CenterFixture.Password));
        await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.SubmitCodeAsync(benAsked.Handle!, code).AsTask());
        var first = await f.Portal.SignInAsync(new("ana", CenterFixture.Password));
        await f.Portal.SubmitCodeAsync(first.Handle!, code);
        var second = await f.Portal.SignInAsync(new("ana", CenterFixture.Password));
        await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.SubmitCodeAsync(second.Handle!, code).AsTask());
    }

    [Fact]
    public async Task With_an_external_provider_the_settings_are_inactive()
    {
        var f = await CenterFixture.NewAsync(new() { ExternalProvider = new AnyProvider() });
        await f.DoAsync(new UpdateInstance { IdentitySource = IdentitySource.ExternalProvider, MfaMode = PortalMfaMode.Always, MissingDevice = MissingDevice.Block });
        await f.DoAsync(new CreateDirectoryUser("ana"));
        Assert.NotNull(await f.Portal.SignInWithProofAsync("ana"));
    }

    private static async Task<string> OutcomeAsync(CenterFixture f, string? context, string user = "ana")
    {
        try
        {
            return (await f.Portal.SignInAsync(new(user, CenterFixture.Password) { Context = context })).Status.ToString();
        }
        catch (IamException refusal)
        {
            return refusal.Code;
        }
    }

    private sealed class AnyProvider : IExternalIdentityProvider
    {
        public ValueTask<ExternalIdentity?> VerifyAsync(string instanceArn, string proof, CancellationToken cancellationToken) => new(new ExternalIdentity(proof));
    }
}
