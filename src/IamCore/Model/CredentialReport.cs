using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>The last report on an account's credentials (CR-077). Its id is the account's; there is at most one.</summary>
public sealed record CredentialReport : DirectoryObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.CredentialReport;

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>CSV; its first line names the columns (CR-078).</summary>
    public required string Content { get; init; }

    /// <summary>When it was made, UTC.</summary>
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

    /// <summary>The key of an account's report.</summary>
    public static ObjectKey KeyOf(AccountId account) => new(ObjectKind.CredentialReport, account.ToString());

    /// <inheritdoc />
    public override string ToString() => Key.ToString();
}
