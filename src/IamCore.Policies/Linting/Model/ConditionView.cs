using IamCore.Policies.Linting.Catalog;

namespace IamCore.Policies.Linting.Model;

/// <summary>One condition key under one known operator.</summary>
internal sealed class ConditionView
{
    /// <summary>The operator's member.</summary>
    public required int OperatorNode { get; init; }

    /// <summary>The operator as written.</summary>
    public required string OperatorName { get; init; }

    public required ConditionOperator Operator { get; init; }

    /// <summary>The key's member.</summary>
    public required int KeyNode { get; init; }

    public required string Key { get; init; }

    public required ElementView Element { get; init; }

    /// <summary>The declaration of the key; null where the catalog has none.</summary>
    public required KeyEntry? Entry { get; init; }

    /// <summary>What is known of the key beside its declaration.</summary>
    public required KeyEntry? WellKnown { get; init; }

    /// <summary>The values that the parser takes.</summary>
    public IEnumerable<TextNode> Values => Element.Values.Where(v => !v.IsFaulty);

    public Comparison Comparison => Operator.Comparison;

    public bool IsNull => Operator.Family == OperatorFamily.Presence;

    /// <summary>Neither negated nor <c>Null</c> (VA-026).</summary>
    public bool IsPositive => !Operator.IsNegated && !IsNull;

    /// <summary>Whether wildcards in values are wildcards.</summary>
    public bool TakesWildcards => Operator.Row.TakesWildcards;

    /// <summary>What values of the key look like.</summary>
    public ConditionKeyFormat Format =>
        Entry is { Key.Format: not ConditionKeyFormat.None } declared ? declared.Key.Format : WellKnown?.Key.Format ?? ConditionKeyFormat.None;

    /// <summary>Whether this is the key, without regard to case.</summary>
    public bool IsKey(string key) => Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the key is one of a family such as <c>aws:ResourceTag</c>, with a name after the slash.</summary>
    public bool IsOfFamily(string stem) =>
        Key.Length > stem.Length + 1 && Key[stem.Length] == '/' && Key.StartsWith(stem, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a listed value is this text, without regard to case.</summary>
    public bool HasValue(string text) => Element.Values.Any(v => v.Text.Equals(text, StringComparison.OrdinalIgnoreCase));
}
