using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>An object that belongs to one account for its whole life (ID-016) and has a name in that account.</summary>
public abstract record AccountObject : DirectoryObject
{
    /// <summary>The account that owns the object.</summary>
    [JsonPropertyOrder(-4)]
    public required AccountId Account { get; init; }

    /// <summary>The partition of the account's ARNs (ID-015).</summary>
    /// <value><c>aws</c></value>
    public string Partition { get; init => field = value ?? "aws"; } = "aws";

    /// <summary>The name with its original case; names are compared ignoring case (ID-059).</summary>
    [JsonPropertyOrder(-3)]
    public required string Name { get; init; }

    /// <summary>When the object was created, UTC.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <summary>The current ARN, which follows from path and name (ID-068).</summary>
    [JsonIgnore]
    public abstract string Arn { get; }

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override string Scope => Account.ToString();

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override string ListName => Name;

    private protected string ArnOf(string resource) => $"arn:{Partition}:iam::{Account}:{resource}";
}
