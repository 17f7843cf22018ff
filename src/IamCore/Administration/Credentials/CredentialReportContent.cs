namespace IamCore.Administration.Credentials;

/// <summary>A report as read (CR-077).</summary>
/// <param name="Content">CSV.</param>
/// <param name="ReportFormat"><c>text/csv</c></param>
/// <param name="GeneratedTime">When it was made, UTC.</param>
public sealed record CredentialReportContent(string Content, string ReportFormat, DateTimeOffset GeneratedTime);
