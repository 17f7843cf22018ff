namespace IamCore.Reference;

/// <summary>A question as plain data, unchecked: exactly what a scenario file says.</summary>
public sealed record ReferenceRequest
{
    /// <summary>Who asks.</summary>
    public required CallerText Principal { get; init; }

    /// <summary><c>service:Name</c>.</summary>
    public required string Action { get; init; }

    /// <summary>An ARN, or <c>*</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>The owner of the resource, where it is told (EV-006).</summary>
    public string? ResourceAccount { get; init; }

    /// <summary>The keys supplied, in any order and spelling.</summary>
    public IReadOnlyList<KeyValuePair<string, SuppliedValue>> Context { get; init; } = [];

    /// <summary>The time of evaluation (EV-012).</summary>
    public DateTimeOffset Time { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>Whether the host declares the resource strict (EV-050 c).</summary>
    public bool IsDeclaredStrict { get; init; }
}

/// <summary>How a principal is given.</summary>
public enum CallerForm
{
    /// <summary>An ARN, or <c>*</c> for anonymous.</summary>
    Arn,

    /// <summary><c>{"service": …}</c>.</summary>
    Service,

    /// <summary><c>{"federated": …}</c>.</summary>
    Federated,

    /// <summary><c>{"canonicalUser": …}</c>.</summary>
    CanonicalUser,
}

/// <summary>A principal as written.</summary>
/// <param name="Form">How it is given.</param>
/// <param name="Text">The ARN or name.</param>
/// <param name="Role">The member <c>role</c> beside an ARN.</param>
/// <param name="User">The member <c>user</c> beside an ARN.</param>
public sealed record CallerText(CallerForm Form, string Text, string? Role = null, string? User = null);

/// <summary>The value of a context key (PL-110): a single text, or an array of them.</summary>
/// <param name="IsArray">Whether the key is multivalued.</param>
/// <param name="Texts">One text for a single value, any number for an array.</param>
public sealed record SuppliedValue(bool IsArray, IReadOnlyList<string> Texts)
{
    /// <summary>A single value.</summary>
    public static SuppliedValue Single(string text) => new(false, [text]);

    /// <summary>A multivalued key.</summary>
    public static SuppliedValue Many(params string[] texts) => new(true, texts);
}
