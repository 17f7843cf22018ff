namespace IamCore.Policies.Parsing;

/// <summary>Names of elements, and which policy type takes which (PL-010).</summary>
internal static class Elements
{
    private static ElementSet Every => default(ElementSet).Complement();

    /// <summary>The element of a document with this name, which is compared with regard to case.</summary>
    public static Element OfDocument(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("Id"u8) => Element.Id,
        7 when name.SequenceEqual("Version"u8) => Element.Version,
        9 when name.SequenceEqual("Statement"u8) => Element.Statement,
        _ => Element.None,
    };

    /// <summary>The element of a statement with this name, which is compared with regard to case.</summary>
    public static Element OfStatement(ReadOnlySpan<byte> name) => name.Length switch
    {
        3 when name.SequenceEqual("Sid"u8) => Element.Sid,
        6 when name.SequenceEqual("Effect"u8) => Element.Effect,
        6 when name.SequenceEqual("Action"u8) => Element.Action,
        8 when name.SequenceEqual("Resource"u8) => Element.Resource,
        9 when name.SequenceEqual("Condition"u8) => Element.Condition,
        9 when name.SequenceEqual("Principal"u8) => Element.Principal,
        9 when name.SequenceEqual("NotAction"u8) => Element.NotAction,
        11 when name.SequenceEqual("NotResource"u8) => Element.NotResource,
        12 when name.SequenceEqual("NotPrincipal"u8) => Element.NotPrincipal,
        _ => Element.None,
    };

    public static string Name(Element element) => element switch
    {
        Element.Version => nameof(Element.Version),
        Element.Id => nameof(Element.Id),
        Element.Statement => nameof(Element.Statement),
        Element.Sid => nameof(Element.Sid),
        Element.Effect => nameof(Element.Effect),
        Element.Principal => nameof(Element.Principal),
        Element.NotPrincipal => nameof(Element.NotPrincipal),
        Element.Action => nameof(Element.Action),
        Element.NotAction => nameof(Element.NotAction),
        Element.Resource => nameof(Element.Resource),
        Element.NotResource => nameof(Element.NotResource),
        Element.Condition => nameof(Element.Condition),
        _ => "The policy",
    };

    /// <summary>The elements that documents of a type may have.</summary>
    public static ElementSet Allowed(PolicyType type) => type switch
    {
        PolicyType.Resource or PolicyType.VpcEndpoint => Every,
        PolicyType.Trust => Every.Without(Element.NotPrincipal).Without(Element.Resource).Without(Element.NotResource),
        PolicyType.ResourceControl => Every.Without(Element.Id).Without(Element.NotPrincipal).Without(Element.NotAction),
        _ => Every.Without(Element.Id).Without(Element.Principal).Without(Element.NotPrincipal),
    };

    /// <summary>Whether each statement says who it is about.</summary>
    public static bool TakesPrincipal(PolicyType type) =>
        type is PolicyType.Resource or PolicyType.Trust or PolicyType.ResourceControl or PolicyType.VpcEndpoint;

    /// <summary>Whether each statement must say what it is about; elsewhere the resource the policy is attached to is meant (PL-083).</summary>
    public static bool NeedsResource(PolicyType type) => type is not (PolicyType.Resource or PolicyType.Trust or PolicyType.VpcEndpoint);

    /// <summary>Whether the policy is one of an organization, which must have the newer Version.</summary>
    public static bool IsControl(PolicyType type) => type is PolicyType.ServiceControl or PolicyType.ResourceControl;

    /// <summary>The member that cannot stand beside <paramref name="element"/>, where it is one of such a pair.</summary>
    public static Element Opposite(Element element) =>
        element is >= Element.Principal and <= Element.NotResource ? (Element)(((int)(element - Element.Principal) ^ 1) + (int)Element.Principal) : Element.None;
}
