namespace IamCore.Administration.Credentials;

/// <summary>A credential report (CR-077).</summary>
/// <param name="Content">The report, as CSV with a header line.</param>
/// <param name="ReportFormat">The format: <c>text/csv</c>.</param>
/// <param name="GeneratedTime">When it was generated, in UTC.</param>
public sealed record CredentialReportContent(string Content, string ReportFormat, DateTimeOffset GeneratedTime);
