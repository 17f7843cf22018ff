using System.Globalization;
using System.Text;
using IamCore.Administration;
using IamCore.Credentials;
using IamCore.Credentials.Secrets;
using IamCore.Events;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>Rules shared by the operations on directory users and groups (ST-133, ST-134).</summary>
internal static class DirectoryRules
{
    private static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    /// <summary>Checks a user name: letters, marks, symbols, numbers and punctuation.</summary>
    public static void CheckUserName(ParameterCheck check, string? name)
    {
        if (check.Require(name is not null, "UserName", "is required", "ST-133"))
        {
            check.Length(name!, "UserName", 1, 128, "ST-133");
            check.Require(name!.EnumerateRunes().All(IsNameRune), "UserName", @"must satisfy the pattern [\p{L}\p{M}\p{S}\p{N}\p{P}]+", "ST-133");
        }
    }

    public static void CheckGroupName(ParameterCheck check, string? name)
    {
        if (check.Require(name is not null, "DisplayName", "is required", "ST-134"))
        {
            check.Length(name!, "DisplayName", 1, 1024, "ST-134");
            check.Require(!name!.Any(char.IsControl), "DisplayName", "must have no control characters", "ST-134");
        }
    }

    public static void CheckText(ParameterCheck check, string? text, string parameter, int maximum)
    {
        if (text is not null)
        {
            check.Length(text, parameter, 0, maximum, "ST-133");
            check.Require(!text.Any(char.IsControl), parameter, "must have no control characters", "ST-133");
        }
    }

    public static void CheckEmail(ParameterCheck check, string? email)
    {
        CheckText(check, email, "Email", 254);
        check.Require(
            string.IsNullOrEmpty(email) || (email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < email.Length - 1 && !email.Any(char.IsWhiteSpace)),
            "Email", "must be an e-mail address", "ST-133");
    }

    public static void CheckExternalIds(ParameterCheck check, ValueList<ExternalId>? ids)
    {
        check.Require((ids?.Count ?? 0) <= 10, "ExternalIds", "must have at most 10 members", "ST-133");
        foreach (var id in ids ?? ValueList<ExternalId>.Empty)
        {
            check.Require(
                id.Issuer is { Length: >= 1 and <= 100 } && id.Id is { Length: >= 1 and <= 256 } && !id.Issuer.Any(char.IsControl) && !id.Issuer.Contains('/', StringComparison.Ordinal) && !id.Id.Any(char.IsControl),
                "ExternalIds", "must each have an issuer, of 1 to 100 characters without a slash, and an id of 1 to 256", "ST-133");
        }

        check.Require(((IEnumerable<ExternalId>?)ids ?? []).Distinct().Count() == (ids?.Count ?? 0), "ExternalIds", "must not have an id twice", "ST-133");
    }

    public static void CheckAttributes(ParameterCheck check, ValueList<UserAttribute>? attributes)
    {
        check.Require((attributes?.Count ?? 0) <= 50, "Attributes", "must have at most 50 members", "ST-152");
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in attributes ?? ValueList<UserAttribute>.Empty)
        {
            check.Require(
                attribute.Path is { Length: >= 1 and <= 255 } && attribute.Value is { Length: <= 1024 } && paths.Add(attribute.Path),
                "Attributes", "must each have a path of its own, of 1 to 255 characters, and a value of at most 1024", "ST-152");
        }
    }

    public static ValueList<UserAttribute> InOrder(ValueList<UserAttribute> attributes) =>
        [.. ((IEnumerable<UserAttribute>)attributes).OrderBy(attribute => attribute.Path, StringComparer.Ordinal)];

    public static void CheckId(ParameterCheck check, string? id, string parameter) =>
        check.Require(id is { Length: >= 1 and <= 47 }, parameter, "must have 1 to 47 characters", "ST-133");

    /// <summary>Returns a user of the instance.</summary>
    /// <exception cref="IamException"><c>ResourceNotFoundException</c>: there is no such user.</exception>
    public static async ValueTask<DirectoryUser> GetUserAsync(AdministrationWork work, IdentityCenterInstance instance, string id) =>
        await work.FindAsync<DirectoryUser>(new ObjectKey(ObjectKind.DirectoryUser, id)).ConfigureAwait(false) is { } user && user.InstanceId == instance.Id
            ? user : throw IdentityCenterErrors.Missing("user", "ST-133");

    /// <summary>Returns a group of the instance.</summary>
    /// <exception cref="IamException"><c>ResourceNotFoundException</c>: there is no such group.</exception>
    public static async ValueTask<DirectoryGroup> GetGroupAsync(AdministrationWork work, IdentityCenterInstance instance, string id) =>
        await work.FindAsync<DirectoryGroup>(new ObjectKey(ObjectKind.DirectoryGroup, id)).ConfigureAwait(false) is { } group && group.InstanceId == instance.Id
            ? group : throw IdentityCenterErrors.Missing("group", "ST-134");

    public static async ValueTask<DirectoryLogin> LoginOfAsync(AdministrationWork work, DirectoryUser user) =>
        await work.FindAsync<DirectoryLogin>(DirectoryLogin.KeyOf(user.Id)).ConfigureAwait(false)
        ?? throw new DirectoryDamagedException(user.Key, "A directory user has no login");

    /// <summary>Rejects names and external ids that another object already has.</summary>
    public static async ValueTask CheckFreeAsync(AdministrationWork work, DirectoryObject o, string noun)
    {
        foreach (var key in (IEnumerable<string>)o.UniqueKeys)
        {
            if (await work.FindAsync<DirectoryObject>(key).ConfigureAwait(false) is { } other && other.Key != o.Key)
            {
                throw IdentityCenterErrors.Taken(noun, "ST-133");
            }
        }
    }

    public static string NewId(AdministrationWork work) => work.Options.Random.Guid().ToString();

    /// <summary>Has observers send an invitation to a user without a password, if the instance manages passwords itself (ST-137).</summary>
    public static void Invite(AdministrationWork work, IdentityCenterInstance instance, DirectoryUser user, DirectoryLogin login)
    {
        if (user.Email is not { } email || login.PasswordHash is not null || instance.IdentitySource != IdentitySource.Directory)
        {
            return;
        }

        var until = work.Options.TimeProvider.GetUtcNow() + InvitationLife;
        var token = SealedState.Seal(work.Credentials.Protector, SecretPurpose.Invitation, new()
        {
            Id = $"invitation-{work.Options.Random.Text(26, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}",
            Account = instance.Scope,
            ExpiresAt = until.ToUnixTimeMilliseconds(),
            Owner = user.Key.ToString(),
            PasswordVersion = login.Version,
        });
        var invitation = new IdentityCenterUserInvited(instance.Arn, user.Id, user.UserName, email, instance.PortalUrl, token, until);
        work.AddNotification(observer => observer.OnInvited(invitation));
    }

    private static bool IsNameRune(Rune rune) => Rune.GetUnicodeCategory(rune) is
        <= UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or (>= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol);
}
