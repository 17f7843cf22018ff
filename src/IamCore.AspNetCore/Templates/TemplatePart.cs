namespace IamCore.AspNetCore.Templates;

/// <summary>A piece of a resource template: text as written, or a value of the route.</summary>
/// <param name="Literal">The text; <see langword="null"/> for a value.</param>
/// <param name="Value">The name of the route value; <see langword="null"/> for text.</param>
/// <param name="IsPath">Whether the value may hold several segments, written <c>{*name}</c>.</param>
internal readonly record struct TemplatePart(string? Literal, string? Value, bool IsPath);
