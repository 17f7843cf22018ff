namespace IamCore.Signing;

/// <summary>A header of a request.</summary>
/// <param name="Name">The name, ignoring case; <c>:authority</c> is equivalent to <c>host</c> (CR-086).</param>
/// <param name="Value">The value as received.</param>
public readonly record struct RequestHeader(string Name, string Value)
{
    /// <summary>Returns the name. The value may be secret and is not included (CR-107).</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
