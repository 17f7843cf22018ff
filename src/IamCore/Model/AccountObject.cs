using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>An object that one account owns for its whole life (ID-016), with a name in that account.</summary>
public abstract record AccountObject : DirectoryObject
{
    /// <summary>The owner.</summary>
    [JsonPropertyOrder(-4)]
    public required AccountId Account { get; init; }

    /// <summary>The partition of the owner's ARNs (ID-015).</summary>
    /// <value><c>aws</c></value>
    public string Partition { get; init => field = value ?? "aws"; } = "aws";

    /// <summary>The name, in the letter case given; compared without regard to case (ID-059).</summary>
    [JsonPropertyOrder(-3)]
    public required string Name { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <summary>The ARN as of now: it follows name and path (ID-068).</summary>
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
