using IamCore;
using IamCore.Administration.Accounts;
using IamCore.Administration.Credentials;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Authorization;
using IamCore.Configuration;
using IamCore.Events;
using IamCore.IdentityCenter;
using IamCore.IdentityCenter.Directory;
using IamCore.IdentityCenter.Portal;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Sessions.SignIn;
using IamCore.Stores;

namespace FederationSample;

/// <summary>The identity provider is away, and nobody of the workforce gets in. The emergency user does, with MFA, and everybody hears of it.</summary>
internal static class EmergencyAccess
{
    private static readonly Tag EmergencyTag = new("iamcore:emergency", "true");

    public static async Task RunAsync()
    {
        Console.WriteLine("The identity provider goes away and the emergency user gets in with MFA");
        // Put forward by hand, so that the sample need not wait; applications leave the clock out.
        var clock = new FakeTimeProvider(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));
        var alarm = new Alarm();
        var directory = new IamDirectory(new InMemoryDirectoryStore(), new() { TimeProvider = clock, Observers = [alarm], IdentityCenter = new() { ExternalProvider = new Away() } });
        using DirectoryAuthorizer authorizer = new DirectoryAuthorizer(directory.Store, new() { TimeProvider = clock });
        var callers = new CallerAuthorizer(directory, authorizer);
        var account = await directory.Instance.ExecuteAsync(new CreateAccount("Production", "production@example.com"));
        var iam = directory.ForAccount(account.AccountId);
        var instance = await iam.ExecuteAsync(new CreateInstance("Workforce"));
        await iam.ExecuteAsync(new UpdateInstance { IdentitySource = IdentitySource.ExternalProvider });
        await iam.ExecuteAsync(new CreateDirectoryUser("nora"));

        // Prepared in quiet times: a user who may do one thing, a role that asks for MFA, and a device.
        await iam.ExecuteAsync(new CreateUser("break-glass") { Tags = [EmergencyTag] });
        await iam.ExecuteAsync(new CreateRole("Emergency", Trust($"{account.RootArn[..^4]}user/break-glass")) { Tags = [EmergencyTag] });
        await iam.ExecuteAsync(new AttachRolePolicy("Emergency", "arn:aws:iam::aws:policy/AdministratorAccess"));
        var password = (await iam.ExecuteAsync(new CreateLoginProfile("break-glass"))).GeneratedPassword!;
        var device = await iam.ExecuteAsync(new CreateVirtualMFADevice("in-the-safe"));
        var phone = new Phone(device.Base32StringSeed, clock);
        await iam.ExecuteAsync(new EnableMFADevice("break-glass", device.SerialNumber, phone.Code(-1), phone.Code()));
        clock.Advance(TimeSpan.FromDays(30));

        try
        {
            await new AccessPortal(directory, instance.Arn).SignInWithProofAsync("a proof that nobody can check");
        }
        catch (HttpRequestException away)
        {
            Console.WriteLine($"  nora, by the identity provider    {away.Message}");
        }

        var signIn = new SignInService(directory);
        var asked = await signIn.SignInAsync(account.Id, "break-glass", password);
        Console.WriteLine($"  break-glass, password alone       {asked.Status}");
        var session = (await signIn.SubmitCodeAsync(asked.Handle!, device.SerialNumber, phone.Code())).Session!;
        var emergency = await new SecurityTokenService(directory).SwitchRoleAsync(session, account.Id, "Emergency");
        var answer = await callers.AuthorizeAsync(emergency, ActionName.Parse("docs:Repair"), ResourceName.Parse($"arn:aws:docs::{account.Id}:document/42"));
        Console.WriteLine($"  break-glass in the role, docs:Repair {(answer.IsAllowed ? "yes" : "no")}");
        Console.WriteLine($"  told about                        {string.Join(", ", alarm.Uses)}");
    }

    private static string Trust(string user) =>
        $$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{{{user}}}}"},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}""";

    private sealed class Away : IExternalIdentityProvider
    {
        public ValueTask<ExternalIdentity?> VerifyAsync(string instanceArn, string proof, CancellationToken cancellationToken) =>
            throw new HttpRequestException("the provider does not answer");
    }

    private sealed class Alarm : IDirectoryObserver
    {
        public List<string> Uses { get; } = [];

        public void OnAudit(AuditEvent entry)
        {
        }

        public void OnAdvice(AdvisoryEvent advice)
        {
            if (advice.Kind == AdvisoryKind.EmergencyAccessUsed)
            {
                Uses.Add(advice.Action);
            }
        }
    }
}
