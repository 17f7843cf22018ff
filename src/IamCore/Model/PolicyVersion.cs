namespace IamCore.Model;

/// <summary>One version of a managed policy.</summary>
/// <param name="VersionId"><c>v1</c>, <c>v2</c>, …</param>
/// <param name="Document">The document.</param>
/// <param name="CreateDate">When the version was created, UTC.</param>
public sealed record PolicyVersion(string VersionId, PolicyText Document, DateTimeOffset CreateDate);
