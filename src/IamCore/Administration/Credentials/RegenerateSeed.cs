using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Generates a new seed for an unassigned virtual MFA device, so that it can be enabled again (CR-053). The result holds the seed.
/// </summary>
/// <param name="SerialNumber">The serial number of the device.</param>
public sealed record RegenerateSeed(string SerialNumber) : IamCommand<NewMfaDevice>
{
    /// <inheritdoc />
    public override string Action => "iam:CreateVirtualMFADevice";

    internal override void Validate(ParameterCheck check) => SessionInput.SerialNumber(check, SerialNumber);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = SerialNumber });

    internal override async ValueTask<NewMfaDevice> ApplyAsync(AdministrationWork work)
    {
        var device = await MfaDeviceRules.GetAsync(work, SerialNumber, "CR-053").ConfigureAwait(false);
        return device switch
        {
            { Owner: not null } => throw MfaDeviceRules.InUse("CR-053"),
            { Type: not MfaDeviceType.Virtual } => throw IamErrors.Invalid("Only virtual devices have a seed that can be regenerated.", "CR-053"),
            _ => MfaDeviceRules.PutNewSeed(work, device),
        };
    }
}
