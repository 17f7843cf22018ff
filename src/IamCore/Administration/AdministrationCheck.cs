using IamCore.Model;

namespace IamCore.Administration;

/// <summary>One question about an operation: may the caller do this action on this resource (ID-237, ID-240)?</summary>
internal sealed record AdministrationCheck
{
    /// <summary>For example <c>iam:AttachUserPolicy</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The ARN decided about, or <c>*</c> (ID-239).</summary>
    public required string Resource { get; init; }

    /// <summary>The ARN a refused caller is told: made of what it passed (ID-239).</summary>
    public string? ShownResource { get; init; }

    /// <summary>The target's tags: <c>aws:ResourceTag/…</c>, <c>iam:ResourceTag/…</c>; null where the action offers none.</summary>
    public ValueList<Tag>? ResourceTags { get; init; }

    /// <summary>The tags passed: <c>aws:RequestTag/…</c> and <c>aws:TagKeys</c>; null where the action takes none.</summary>
    public ValueList<Tag>? RequestTags { get; init; }

    /// <summary>The tag keys passed: <c>aws:TagKeys</c>; null where the action takes none.</summary>
    public ValueList<string>? TagKeys { get; init; }

    /// <summary><c>iam:PermissionsBoundary</c>: the boundary requested or current, an ARN; null where there is none.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>Whether <see cref="PermissionsBoundary"/> is what is stored rather than what was passed.</summary>
    public bool HasStoredBoundary { get; init; }

    /// <summary>Other keys of the action, for example <c>iam:PolicyARN</c>.</summary>
    public ValueList<KeyValuePair<string, string>> Keys { get; init; } = ValueList<KeyValuePair<string, string>>.Empty;

    /// <summary>Whether the answer hangs on what is stored about the object.</summary>
    public bool IsOfState => (ShownResource is not null && ShownResource != Resource) || ResourceTags is not null || HasStoredBoundary;

    /// <summary>The same question about an object of that name that is not there (ID-239).</summary>
    public AdministrationCheck AsOfMissing() => this with
    {
        Resource = ShownResource ?? Resource,
        ResourceTags = null,
        PermissionsBoundary = HasStoredBoundary ? null : PermissionsBoundary,
    };
}
