using System.Globalization;
using System.Xml;
using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>Rules shared by the operations on permission sets (ST-139 to ST-141).</summary>
internal static class PermissionSetRules
{
    /// <summary>The maximum number of policies in a permission set, predefined and customer managed together (ST-140).</summary>
    private const int MaxPolicies = 20;

    /// <summary>The maximum length of the inline policy in characters (ST-140).</summary>
    public const int MaxInlinePolicy = 10_240;

    public static void CheckName(ParameterCheck check, string? name) => check.Name(name, "Name", 32, "ST-139");

    public static void CheckArn(ParameterCheck check, string? arn) => check.Require(
        arn is { Length: >= 10 and <= 1224 } && Arn.TryParse(arn, out _), "PermissionSetArn", "must be the ARN of a permission set", "ST-139");

    public static void CheckFields(ParameterCheck check, string? description, string? sessionDuration, string? relayState)
    {
        CheckLength(check, description, "Description", 700);
        CheckLength(check, relayState, "RelayState", 240);
        check.Require(
            sessionDuration is null || TrySeconds(sessionDuration, out _), "SessionDuration", "must be an ISO 8601 duration from PT1H to PT12H", "ST-139");
    }

    /// <summary>Reads an ISO 8601 duration of 1 to 12 hours, in whole seconds.</summary>
    public static bool TrySeconds(string text, out int seconds)
    {
        seconds = 0;
        if (text.Length is 0 or > 20 || text[0] != 'P' || text.Contains('Y', StringComparison.Ordinal) || text.Split('T')[0].Contains('M', StringComparison.Ordinal))
        {
            return false; // Years and months have no fixed length.
        }

        try
        {
            var duration = XmlConvert.ToTimeSpan(text);
            seconds = duration.Ticks % TimeSpan.TicksPerSecond == 0 && duration <= TimeSpan.FromHours(12) ? (int)duration.TotalSeconds : 0;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return false;
        }

        return seconds is >= 3600 and <= 43_200;
    }

    /// <summary>Returns the instance's permission set with an ARN; null if there is none.</summary>
    public static async ValueTask<PermissionSet?> FindAsync(AdministrationWork work, IdentityCenterInstance instance, string arn)
    {
        var id = arn[(arn.LastIndexOf('/') + 1)..];
        return id.Length > 0 && await work.FindAsync<PermissionSet>(new ObjectKey(ObjectKind.PermissionSet, id)).ConfigureAwait(false) is { } set && set.InstanceId == instance.Id && set.Arn == arn
            ? set : null;
    }

    /// <summary>Returns the instance's permission set with an ARN.</summary>
    /// <exception cref="IamException"><c>ResourceNotFoundException</c>: there is no such permission set.</exception>
    public static async ValueTask<PermissionSet> GetAsync(AdministrationWork work, IdentityCenterInstance instance, string arn) =>
        await FindAsync(work, instance, arn).ConfigureAwait(false) ?? throw IdentityCenterErrors.Missing("permission set", "ST-139");

    /// <summary>Throws if there are more policies than a permission set or a role may have (ST-140).</summary>
    public static void CheckPolicyCount(AdministrationWork work, PermissionSet set)
    {
        var limit = Math.Min(MaxPolicies, work.Quotas.ValueOf(Quota.AttachedPoliciesPerRole));
        if (set.ManagedPolicies.Count + set.CustomerPolicies.Count > limit)
        {
            throw new IamException(
                IamErrorCode.ServiceQuotaExceededException, string.Create(CultureInfo.InvariantCulture, $"A permission set can have at most {limit} policies."), "ST-140");
        }
    }

    /// <summary>Returns the key of a predefined policy that can be attached.</summary>
    /// <exception cref="IamException">
    /// <c>ResourceNotFoundException</c>: there is no such policy; <c>ValidationException</c>: it cannot be attached.
    /// </exception>
    public static ObjectKey Predefined(AdministrationWork work, IdentityCenterInstance instance, string arn)
    {
        var parsed = Arn.Parse(arn);
        var policy = parsed.Partition.SequenceEqual(instance.Partition) && parsed.Account is "aws" ? work.Options.PredefinedPolicies.Find(parsed) : null;
        return policy switch
        {
            null or { Type: not PolicyType.Identity } => throw IdentityCenterErrors.Missing("managed policy", "ST-140"),
            { IsAttachable: false } => throw IdentityCenterErrors.Invalid("The managed policy cannot be attached.", "ST-140"),
            _ => policy.Key,
        };
    }

    public static void CheckReference(ParameterCheck check, CustomerPolicyReference? reference)
    {
        if (check.Require(reference is not null, "CustomerManagedPolicyReference", "is required", "ST-140"))
        {
            check.Name(reference!.Name, "CustomerManagedPolicyReference.Name", 128, "ST-140");
            check.PolicyPath(reference.Path, "CustomerManagedPolicyReference.Path");
        }
    }

    /// <summary>Stores a changed permission set and updates its roles if the instance is configured to (ST-145).</summary>
    public static async ValueTask<PermissionSet> ChangeAsync(AdministrationWork work, IdentityCenterInstance instance, PermissionSet before, PermissionSet after)
    {
        if (after == before)
        {
            return before;
        }

        await CenterAccess.CheckNotOwnersAsync(work, instance, before).ConfigureAwait(false);
        var changed = after with { Version = before.Version + 1 };
        work.Put(changed);
        if (instance.AutoProvision)
        {
            await Provisioning.ProvisionAllAsync(work, instance, changed).ConfigureAwait(false);
        }

        return changed;
    }

    private static void CheckLength(ParameterCheck check, string? text, string parameter, int maximum)
    {
        if (text is not null)
        {
            check.Length(text, parameter, 1, maximum, "ST-139");
            check.Require(!text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')), parameter, "must have no control characters", "ST-139");
        }
    }
}
