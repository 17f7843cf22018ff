using System.Text.Json.Serialization;

namespace IamCore;

/// <summary>An account's last credential report (CR-077). Its id is the account's.</summary>
public sealed record CredentialReport : DirectoryObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.CredentialReport;

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset GeneratedTime { get; init; }

    /// <summary>The report, <c>text/csv</c> (CR-078).</summary>
    public required string Content { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Scope => Id;

    /// <inheritdoc />
    [JsonIgnore]
    public override string ListName => Id;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => ValueList<string>.Empty;

    /// <summary>The account and time.</summary>
    public override string ToString() => FormattableString.Invariant($"credential report of {Id}, {GeneratedTime:u}");
}
