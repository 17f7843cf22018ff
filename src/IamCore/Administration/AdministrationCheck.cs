using IamCore.Model;

namespace IamCore.Administration;

/// <summary>A question about an operation: may the caller perform this action on this resource (ID-237, ID-240)?</summary>
internal sealed record AdministrationCheck
{
    /// <summary>The action, for example <c>iam:AttachUserPolicy</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The ARN that is decided about, or <c>*</c> (ID-239).</summary>
    public required string Resource { get; init; }

    /// <summary>The ARN shown to a denied caller, built only from the caller's own input (ID-239).</summary>
    public string? ShownResource { get; init; }

    /// <summary>The target's tags (<c>aws:ResourceTag/…</c>, <c>iam:ResourceTag/…</c>); null if the action has none.</summary>
    public ValueList<Tag>? ResourceTags { get; init; }

    /// <summary>The tags passed (<c>aws:RequestTag/…</c>, <c>aws:TagKeys</c>); null if the action takes none.</summary>
    public ValueList<Tag>? RequestTags { get; init; }

    /// <summary>The tag keys passed (<c>aws:TagKeys</c>); null if the action takes none.</summary>
    public ValueList<string>? TagKeys { get; init; }

    /// <summary>The requested or current boundary (<c>iam:PermissionsBoundary</c>), an ARN; null if there is none.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>Whether <see cref="PermissionsBoundary"/> is the stored boundary rather than the one passed.</summary>
    public bool HasStoredBoundary { get; init; }

    /// <summary>Other context keys of the action, for example <c>iam:PolicyARN</c>.</summary>
    public ValueList<KeyValuePair<string, string>> Keys { get; init; } = ValueList<KeyValuePair<string, string>>.Empty;

    /// <summary>Whether the decision depends on what is stored about the object.</summary>
    public bool IsOfState => (ShownResource is not null && ShownResource != Resource) || ResourceTags is not null || HasStoredBoundary;

    /// <summary>Returns the same question about an object of that name that does not exist (ID-239).</summary>
    public AdministrationCheck AsOfMissing() => this with
    {
        Resource = ShownResource ?? Resource,
        ResourceTags = null,
        PermissionsBoundary = HasStoredBoundary ? null : PermissionsBoundary,
    };
}
