using System.Collections.Immutable;

namespace IamCore.Federation.Saml;

/// <summary>An attribute of an assertion.</summary>
internal sealed record SamlAttribute(string Name, ImmutableArray<string> Values);
