using IamCore.Credentials;
using IamCore.Credentials.Mfa;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Starts the registration of a security key or passkey, to be finished by <see cref="CompleteSecurityKeyRegistration"/> (CR-058).
/// Authorized as <c>iam:EnableMFADevice</c>.
/// </summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for root (CR-060).</param>
public sealed record BeginSecurityKeyRegistration(string? UserName = null) : IamQuery<SecurityKeyRegistration>
{
    /// <inheritdoc />
    public override string Action => "iam:EnableMFADevice";

    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        CredentialOwner.AuthorizeAsync(work, Action, UserName, [new("iam:RegisterSecurityKey", "Create")]);

    internal override async ValueTask<SecurityKeyRegistration> ApplyAsync(AdministrationWork work)
    {
        var verifier = SecurityKeys.VerifierOf(work);
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-058").ConfigureAwait(false);
        var now = work.Options.TimeProvider.GetUtcNow();
        var handle = FidoChallenges.NewRegistration(work.Credentials, work.Options.Random, work.AccountId, owner.Key, now);
        var state = FidoChallenges.Open(work.Credentials, handle, work.AccountId, owner.Key, now)!;
        var devices = await work.ReferrersAsync<MfaDevice>(ObjectKind.MfaDevice, Relation.Credential, owner.Key).ConfigureAwait(false);
        var user = new FidoUser(owner.Key.Id, $"{owner.UserName ?? "root"}@{work.AccountId}");
        return new(handle, verifier.BeginRegistration(user, FidoChallenges.Of(state), [.. devices.Select(device => device.Fido).OfType<FidoCredential>()]));
    }
}
