namespace IamCore.Administration.Credentials;

/// <summary>Deletes a virtual MFA device that is not assigned to anyone (CR-054).</summary>
/// <param name="SerialNumber">The serial number of the device.</param>
public sealed record DeleteVirtualMFADevice(string SerialNumber) : IamCommand<NoResult>
{
    internal override void Validate(ParameterCheck check) => SessionInput.SerialNumber(check, SerialNumber);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = SerialNumber });

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var device = await MfaDeviceRules.GetAsync(work, SerialNumber, "CR-054").ConfigureAwait(false);
        work.Delete(device.Owner is null ? device : throw MfaDeviceRules.InUse("CR-054"));
        return default;
    }
}
