using IamCore.Stores;

namespace IamCore.Administration;

/// <summary>When a service was last used.</summary>
/// <param name="ServiceNamespace">The service in lower case.</param>
public sealed record ServiceAccess(string ServiceNamespace)
{
    /// <summary>When, UTC; <see langword="null"/> for not within 400 days.</summary>
    public DateTimeOffset? LastAuthenticated { get; init; }

    /// <summary>By which user or role, an ARN.</summary>
    public string? LastAuthenticatedEntity { get; init; }

    /// <summary>In which region; <see langword="null"/> for none.</summary>
    public string? LastAuthenticatedRegion { get; init; }

    /// <summary>By how many users and roles in that time.</summary>
    public int TotalAuthenticatedEntities { get; init; }

    /// <summary>The actions used, by name, where they were asked for.</summary>
    public ValueList<LastAccess> Actions { get; init; } = ValueList<LastAccess>.Empty;
}
