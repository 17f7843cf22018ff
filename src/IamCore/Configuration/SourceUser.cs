using IamCore.Model;

namespace IamCore.Configuration;

/// <summary>A person as a <see cref="IDirectorySource"/> knows them.</summary>
/// <param name="Id">The source's id, which never changes.</param>
/// <param name="UserName">The name.</param>
public sealed record SourceUser(string Id, string UserName)
{
    /// <summary>For people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The parts of the person's name.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Further attributes for access control.</summary>
    public ValueList<UserAttribute> Attributes { get; init; } = ValueList<UserAttribute>.Empty;

    /// <summary>The names of the groups the person is in; those that are no directory groups are passed over. <see langword="null"/> where groups are managed here.</summary>
    public ValueList<string>? Groups { get; init; }
}
