using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>An account's object with a path (ID-053, ID-062).</summary>
public abstract record PathObject : AccountObject
{
    /// <summary>The path; begins and ends with a slash (ID-061).</summary>
    /// <value><c>/</c></value>
    [JsonPropertyOrder(-2)]
    public string Path { get; init => field = value ?? "/"; } = "/";

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override string ListPath => Path;
}
