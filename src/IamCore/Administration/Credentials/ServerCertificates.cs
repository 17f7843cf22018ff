using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Rules shared by the operations on server certificates.</summary>
internal static class ServerCertificates
{
    public static void Check(ParameterCheck check, string? name, string parameter = "ServerCertificateName") => check.Name(name, parameter, 128, "ID-049");

    public static ValueTask<ServerCertificate?> FindAsync(AdministrationWork work, string name) =>
        work.FindAsync<ServerCertificate>(ServerCertificate.KeyOf(work.AccountId, name));

    public static async ValueTask<ServerCertificate> GetAsync(AdministrationWork work, string name) =>
        await FindAsync(work, name).ConfigureAwait(false) ?? throw IamErrors.Missing("Server Certificate", name, "CR-075");

    public static async ValueTask CheckFreeAsync(AdministrationWork work, string name, string rule, ObjectKey own = default)
    {
        if (await FindAsync(work, name).ConfigureAwait(false) is { } other && other.Key != own)
        {
            throw IamErrors.Taken("Server Certificate", name, rule);
        }
    }

    public static async ValueTask AuthorizeAsync(AdministrationWork work, string action, string name) =>
        await work.CheckAsync(await CheckOnAsync(work, action, name).ConfigureAwait(false)).ConfigureAwait(false);

    public static async ValueTask<AdministrationCheck> CheckOnAsync(AdministrationWork work, string action, string name)
    {
        var shown = work.ArnOf($"server-certificate/{name}");
        var found = await FindAsync(work, name).ConfigureAwait(false);
        return new() { Action = action, Resource = found?.Arn ?? shown, ShownResource = shown, ResourceTags = found?.Tags };
    }
}
