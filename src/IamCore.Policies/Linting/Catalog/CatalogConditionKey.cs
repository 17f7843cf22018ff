namespace IamCore.Policies.Linting.Catalog;

/// <summary>One condition key of a service.</summary>
public sealed record CatalogConditionKey
{
    /// <summary>The whole key, for example <c>docs:Classification</c>, or a family such as <c>aws:ResourceTag/${TagKey}</c> (VA-216).</summary>
    public required string Name { get; init; }

    /// <summary>Names of types (VA-204) as written, for example <c>String</c> or <c>ArrayOfString</c>; several: any of them.</summary>
    public ValueList<string> Types { get; init; } = [];

    /// <summary>Whether every request has the key: <see langword="true"/> always, <see langword="false"/> not always, <see langword="null"/> not told.</summary>
    public bool? IsAlwaysPresent { get; init; }

    /// <summary>Whether wildcards in its values are too permissive (VA-171).</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Whether the caller chooses the value freely (VA-525).</summary>
    public bool IsCallerControlled { get; init; }

    /// <summary>Keys of which one should stand beside this one in an allow (VA-511).</summary>
    public ValueList<string> PairedWith { get; init; } = [];

    /// <summary>Service prefixes whose requests have the key; none: not limited (VA-427).</summary>
    public ValueList<string> OnlyServices { get; init; } = [];

    /// <summary>Actions of which the statement must name one for the key to mean anything (VA-162).</summary>
    public ValueList<string> RequiresActions { get; init; } = [];

    /// <summary>What values look like beyond the type.</summary>
    public ConditionKeyFormat Format { get; init; }

    /// <summary>Resource types in whose policies the key says nothing (VA-653).</summary>
    public ValueList<string> IrrelevantFor { get; init; } = [];

    /// <summary>All values there are; none: not limited.</summary>
    public ValueList<string> Values { get; init; } = [];

    /// <summary>Whether values differ by case; <see langword="null"/>: not told.</summary>
    public bool? IsCaseSensitive { get; init; }
}
