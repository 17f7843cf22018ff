namespace IamCore.Administration.Credentials;

/// <summary>Returns the description of an MFA device (CR-055).</summary>
/// <param name="SerialNumber">The serial number of the device.</param>
/// <param name="UserName">The name of the user it must be assigned to; <see langword="null"/> if that does not matter.</param>
public sealed record GetMFADevice(string SerialNumber, string? UserName = null) : IamQuery<MfaDeviceDescription>
{
    internal override void Validate(ParameterCheck check)
    {
        CredentialOwner.Check(check, UserName);
        SessionInput.SerialNumber(check, SerialNumber);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => UserName is null
        ? work.CheckAsync(new() { Action = Action, Resource = "*" }) : CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<MfaDeviceDescription> ApplyAsync(AdministrationWork work)
    {
        var device = UserName is null
            ? await MfaDeviceRules.GetAsync(work, SerialNumber, "CR-055").ConfigureAwait(false)
            : await MfaDeviceRules.GetOfAsync(work, UserName, SerialNumber, "CR-055").ConfigureAwait(false);
        return await MfaDeviceRules.DescribeAsync(work, device).ConfigureAwait(false);
    }
}
