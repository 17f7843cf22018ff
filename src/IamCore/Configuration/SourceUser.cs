using IamCore.Model;

namespace IamCore.Configuration;

/// <summary>A user of an <see cref="IDirectorySource"/>.</summary>
/// <param name="Id">The id in the source, which must never change.</param>
/// <param name="UserName">The user name.</param>
public sealed record SourceUser(string Id, string UserName)
{
    /// <summary>The display name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The parts of the person's name.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Further attributes for access control.</summary>
    public ValueList<UserAttribute> Attributes { get; init; } = ValueList<UserAttribute>.Empty;

    /// <summary>
    /// The names of the user's groups; names that are not Identity Center groups are ignored. <see langword="null"/> if memberships are
    /// managed in Identity Center.
    /// </summary>
    public ValueList<string>? Groups { get; init; }
}
