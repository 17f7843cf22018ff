namespace IamCore.Policies.Linting.Model;

/// <summary>A principal element.</summary>
/// <param name="Member">The member's node.</param>
/// <param name="IsStar">Whether it is the string <c>*</c>.</param>
/// <param name="Types">The principal types in order; those with a faulty name are left out.</param>
internal sealed record PrincipalView(int Member, bool IsStar, PrincipalTypeView[] Types)
{
    /// <summary>The well-formed values of one type.</summary>
    public IEnumerable<TextNode> Of(PrincipalEntryType type) => Types.Where(t => t.Type == type).SelectMany(t => t.Values.Values).Where(v => !v.IsFaulty);

    /// <summary>Whether everyone is named: <c>"*"</c> or <c>{"AWS":"*"}</c> (PL-041).</summary>
    public bool IsEveryone => IsStar || Of(PrincipalEntryType.Aws).Any(v => v.Text == "*");

    /// <summary>Whether services are named and nobody else.</summary>
    public bool HasOnlyServices => Types.Length > 0 && Types.All(t => t.Type == PrincipalEntryType.Service) && Types.Any(t => t.Values.Values.Length > 0);
}
