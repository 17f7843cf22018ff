using System.Buffers;
using System.Globalization;
using System.Text;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Writes the report on an account's credentials: root first, then the users in the order of their creation (CR-078 to CR-080).
/// </summary>
internal static class CredentialReportWriter
{
    private const string Header =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,"
        + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
        + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,"
        + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private const string None = "N/A";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static async ValueTask<string> WriteAsync(AdministrationWork work)
    {
        var found = new Found(
            (await work.AllAsync<LoginProfile>(ObjectKind.LoginProfile).ConfigureAwait(false)).ToDictionary(profile => profile.Owner),
            (await work.AllAsync<AccessKey>(ObjectKind.AccessKey).ConfigureAwait(false)).ToLookup(key => key.Owner),
            (await work.AllAsync<SigningCertificate>(ObjectKind.SigningCertificate).ConfigureAwait(false)).ToLookup(certificate => certificate.Owner),
            (await work.AllAsync<MfaDevice>(ObjectKind.MfaDevice).ConfigureAwait(false)).Where(d => d.Owner is not null).Select(d => d.Owner!.Value).ToHashSet());
        var users = await work.AllAsync<IamUser>(ObjectKind.User).ConfigureAwait(false);
        var text = new StringBuilder(Header).Append('\n');
        Row(text, [.. RootFields(work, found), .. CredentialFields(work, found, work.Account.Key)]);
        foreach (var user in users.OrderBy(user => user.CreateDate).ThenBy(user => DirectoryKeys.Fold(user.Name), StringComparer.Ordinal))
        {
            Row(text, [.. UserFields(work, found, user), .. CredentialFields(work, found, user.Key)]);
        }

        return text.ToString();
    }

    private static IEnumerable<string> RootFields(AdministrationWork work, Found found)
    {
        var profile = found.Profiles.GetValueOrDefault(work.Account.Key);
        yield return "<root_account>";
        yield return work.Account.RootArn;
        yield return Time(work.Account.CreateDate);
        yield return "not_supported";
        yield return profile?.PasswordLastUsed is { } used ? Time(used) : "no_information";
        yield return "not_supported";
        yield return "not_supported";
    }

    private static IEnumerable<string> UserFields(AdministrationWork work, Found found, IamUser user)
    {
        var profile = found.Profiles.GetValueOrDefault(user.Key);
        yield return user.Name;
        yield return user.Arn;
        yield return Time(user.CreateDate);
        yield return Flag(work, profile is not null);
        yield return profile is null ? None : profile.PasswordLastUsed is { } used ? Time(used) : "no_information";
        yield return profile is null ? None : Time(profile.PasswordLastChanged);
        yield return profile is not null && work.Account.PasswordPolicy?.ExpiryOf(profile.PasswordLastChanged) is { } expiry ? Time(expiry) : None;
    }

    private static IEnumerable<string> CredentialFields(AdministrationWork work, Found found, ObjectKey owner)
    {
        yield return Flag(work, found.Owners.Contains(owner));
        foreach (var key in Padded(found.Keys[owner], 2))
        {
            yield return Flag(work, key?.Status == CredentialStatus.Active);
            yield return key is null ? None : Time(key.LastRotated);
            yield return key?.LastUsedDate is { } used ? Time(used) : None;
            yield return key?.LastUsedRegion ?? None;
            yield return key?.LastUsedService ?? None;
        }

        foreach (var certificate in Padded(found.Certificates[owner], 2))
        {
            yield return Flag(work, certificate?.Status == CredentialStatus.Active);
            yield return certificate is null ? None : Time(certificate.LastRotated);
        }
    }

    /// <summary>Returns the credentials in the order of their creation, padded with nulls.</summary>
    private static IEnumerable<T?> Padded<T>(IEnumerable<T> credentials, int count)
        where T : Credential =>
        credentials.OrderBy(c => c.CreateDate).ThenBy(c => c.Id, StringComparer.Ordinal).Cast<T?>().Concat(Enumerable.Repeat<T?>(null, count)).Take(count);

    private static void Row(StringBuilder text, string[] fields) => text.AppendJoin(',', fields.Select(Field)).Append('\n');

    /// <summary>Quotes a field as in RFC 4180, only if necessary (CR-079).</summary>
    private static string Field(string value) =>
        value.AsSpan().ContainsAny(Quoted) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private static string Flag(AdministrationWork work, bool value) => (work.Credentials.Options.DocumentedCase, value) switch
    {
        (true, true) => "TRUE",
        (true, false) => "FALSE",
        (false, true) => "true",
        _ => "false",
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);

    private sealed record Found(
        Dictionary<ObjectKey, LoginProfile> Profiles,
        ILookup<ObjectKey, AccessKey> Keys,
        ILookup<ObjectKey, SigningCertificate> Certificates,
        HashSet<ObjectKey> Owners);
}
