using IamCore.Stores;

namespace IamCore.Administration;

/// <summary>When a service was last used.</summary>
/// <param name="ServiceNamespace">The service prefix in lower case, for example <c>s3</c>.</param>
public sealed record ServiceAccess(string ServiceNamespace)
{
    /// <summary>When the service was last used, in UTC; <see langword="null"/> if not within the last 400 days.</summary>
    public DateTimeOffset? LastAuthenticated { get; init; }

    /// <summary>The ARN of the user or role that last used it; <see langword="null"/> if none did.</summary>
    public string? LastAuthenticatedEntity { get; init; }

    /// <summary>The region in which it was last used; <see langword="null"/> if none is known.</summary>
    public string? LastAuthenticatedRegion { get; init; }

    /// <summary>The number of users and roles that used it in that time.</summary>
    public int TotalAuthenticatedEntities { get; init; }

    /// <summary>The actions used, by name; empty unless the report was requested with action detail.</summary>
    public ValueList<LastAccess> Actions { get; init; } = ValueList<LastAccess>.Empty;
}
