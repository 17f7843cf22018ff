using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Lists the MFA devices of a user (CR-055).</summary>
/// <param name="UserName">The user name; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).</param>
public sealed record ListMFADevices(string? UserName = null) : IamQuery<ValueList<MfaDeviceDescription>>
{
    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<ValueList<MfaDeviceDescription>> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-055").ConfigureAwait(false);
        var devices = await work.ReferrersAsync<MfaDevice>(ObjectKind.MfaDevice, Relation.Credential, owner.Key).ConfigureAwait(false);
        return [.. devices.OrderBy(device => device.SerialNumber, StringComparer.Ordinal)
            .Select(device => new MfaDeviceDescription(device.SerialNumber, device.Type, owner.UserName, device.EnableDate))];
    }
}
