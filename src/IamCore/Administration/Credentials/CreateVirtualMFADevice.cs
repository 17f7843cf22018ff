using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Creates a virtual MFA device that is not assigned to anyone yet (CR-050). The result holds its seed, which is shown only once.
/// </summary>
/// <param name="VirtualMFADeviceName">
/// The name, unique in the account together with the path; <see langword="null"/>, allowed for root only, means
/// <c>root-account-mfa-device</c>.
/// </param>
public sealed record CreateVirtualMFADevice(string? VirtualMFADeviceName = null) : IamCommand<NewMfaDevice>
{
    private const string RootDeviceName = "root-account-mfa-device";

    /// <summary>The path, which begins and ends with a slash (ID-053).</summary>
    /// <value><c>/</c></value>
    public string? Path { get; init; }

    /// <summary>The tags.</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    internal override void Validate(ParameterCheck check)
    {
        check.Name(VirtualMFADeviceName ?? RootDeviceName, nameof(VirtualMFADeviceName), 226, "ID-052");
        check.ObjectPath(Path, nameof(Path));
        check.Tags(Tags);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        var arn = ArnOf(work);
        await work.CheckAsync(new() { Action = Action, Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        if (Tags.Count > 0)
        {
            await work.CheckAsync(new() { Action = "iam:TagMFADevice", Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        }
    }

    internal override async ValueTask<NewMfaDevice> ApplyAsync(AdministrationWork work)
    {
        if (VirtualMFADeviceName is null && work.Caller is { Principal.Kind: not PrincipalKind.RootUser })
        {
            throw IamErrors.Validation("VirtualMFADeviceName is required", "CR-060");
        }

        TagRules.Check(Tags, ObjectKind.MfaDevice);
        TagRules.CheckCount(Tags, work.Quotas);
        var serial = ArnOf(work);
        if (await work.FindAsync<MfaDevice>(MfaDevice.KeyOf(work.AccountId, serial)).ConfigureAwait(false) is not null)
        {
            throw new IamException(IamErrorCode.EntityAlreadyExists, "MFADevice entity at the same path and name already exists.", "CR-050");
        }

        await work.CheckQuotaAsync(ObjectKind.MfaDevice, Quota.VirtualMfaDevicesPerAccount).ConfigureAwait(false);
        var device = new MfaDevice
        {
            Id = MfaDeviceRules.NewId(work),
            Account = work.AccountId,
            Partition = work.Partition,
            Type = MfaDeviceType.Virtual,
            Name = VirtualMFADeviceName ?? RootDeviceName,
            Path = Path ?? "/",
            SerialNumber = serial,
            CreateDate = work.Now,
            Tags = TagRules.Normalize(Tags),
        };
        return MfaDeviceRules.PutNewSeed(work, device);
    }

    private string ArnOf(AdministrationWork work) => work.ArnOf($"mfa{Path ?? "/"}{VirtualMFADeviceName ?? RootDeviceName}");
}
