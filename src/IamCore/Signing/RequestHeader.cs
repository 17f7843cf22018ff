namespace IamCore.Signing;

/// <summary>One header line of a request. The text form is the name alone, since values may be secret.</summary>
/// <param name="Name">The name in any letter case; <c>:authority</c> counts as <c>host</c> (CR-086).</param>
/// <param name="Value">The value as received.</param>
public readonly record struct RequestHeader(string Name, string Value)
{
    /// <summary>The name; values may be secret (CR-107).</summary>
    public override string ToString() => Name;
}
