using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Lists the virtual MFA devices of the account by name (CR-055).</summary>
/// <param name="AssignmentStatus">Which devices to list.</param>
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
