using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>How long a credential report is valid.</summary>
internal static class CredentialReports
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(4);

    public static bool IsExpired(CredentialReport report, DateTimeOffset now) => now - report.GeneratedTime >= Life;
}
