using IamCore.Administration;
using IamCore.Credentials;

namespace IamCore;

/// <summary>Which virtual devices a list shows (CR-055).</summary>
public enum AssignmentStatus : byte
{
    /// <summary>All.</summary>
    Any,

    /// <summary>Those that somebody has.</summary>
    Assigned,

    /// <summary>Those that nobody has.</summary>
    Unassigned,
}

/// <summary>Lists the virtual devices of the account by name (CR-055).</summary>
/// <param name="AssignmentStatus">Which.</param>
public sealed record ListVirtualMFADevices(AssignmentStatus AssignmentStatus = AssignmentStatus.Any) : IamListQuery<MfaDeviceDescription>
{
    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<Page<MfaDeviceDescription>> ApplyAsync(AdministrationWork work)
    {
        var page = await work.PageAsync<MfaDeviceDescription, MfaDevice>(
            this, ObjectKind.MfaDevice, null, device => device.Type == MfaDeviceType.Virtual && IsShown(device)).ConfigureAwait(false);
        var shown = new List<MfaDeviceDescription>(page.Items.Count);
        foreach (var device in (IEnumerable<MfaDevice>)page.Items)
        {
            shown.Add(await MfaDeviceRules.DescribeAsync(work, device).ConfigureAwait(false));
        }

        return new([.. shown], page.Marker);
    }

    private bool IsShown(MfaDevice device) => AssignmentStatus switch
    {
        AssignmentStatus.Assigned => device.Owner is not null,
        AssignmentStatus.Unassigned => device.Owner is null,
        _ => true,
    };
}

/// <summary>Reads what can be told of a device (CR-055).</summary>
/// <param name="SerialNumber">The device.</param>
/// <param name="UserName">The user who must have it; <see langword="null"/> for whoever has it.</param>
public sealed record GetMFADevice(string SerialNumber, string? UserName = null) : IamQuery<MfaDeviceDescription>
{
    internal override void Validate(ParameterCheck check)
    {
        CredentialOwner.Check(check, UserName);
        Sessions.SessionInput.SerialNumber(check, SerialNumber);
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
