namespace IamCore.AspNetCore;

/// <summary>A way from identities that the host authenticated to principals of the directory.</summary>
public abstract class IamPrincipalMapping
{
    private protected IamPrincipalMapping()
    {
    }

    /// <summary>The authentication type of the identities that are mapped; <see langword="null"/> for any.</summary>
    public string? AuthenticationType { get; init; }

    /// <summary>The claims that become principal tags: type of the claim to key of the tag. No other claim does. Of several claims of a type the first
    /// counts.</summary>
    public IDictionary<string, string> TagClaims { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
