using System.Collections.Immutable;

namespace IamCore.Federation.Saml;

/// <summary>An attribute as it stands.</summary>
internal sealed record SamlAttribute(string Name, ImmutableArray<string> Values);
