namespace IamCore.Model;

/// <summary>A policy embedded in one identity (ID-157).</summary>
/// <param name="Name">The name, case-sensitive, unique in the identity (ID-048).</param>
/// <param name="Document">The policy document.</param>
public sealed record InlinePolicy(string Name, PolicyText Document);
