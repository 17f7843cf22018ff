using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>
/// The most recent credential report of an account (CR-077). <see cref="DirectoryObject.Id"/> is the account id; there is at most one.
/// </summary>
public sealed record CredentialReport : DirectoryObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.CredentialReport;

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The report as CSV; the first line contains the column names (CR-078).</summary>
    public required string Content { get; init; }

    /// <summary>When the report was generated, UTC.</summary>
    public required DateTimeOffset GeneratedTime { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Scope => Account.ToString();

    /// <inheritdoc />
    [JsonIgnore]
    public override string ListName => Id;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => ValueList<string>.Empty;

    /// <summary>Returns the key of an account's report.</summary>
    public static ObjectKey KeyOf(AccountId account) => new(ObjectKind.CredentialReport, account.ToString());

    /// <inheritdoc />
    public override string ToString() => Key.ToString();
}
