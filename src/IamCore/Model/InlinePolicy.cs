namespace IamCore.Model;

/// <summary>A policy that belongs to one identity (ID-157).</summary>
/// <param name="Name">The name, case-sensitive, once in its identity (ID-048).</param>
/// <param name="Document">The document.</param>
public sealed record InlinePolicy(string Name, PolicyText Document);
