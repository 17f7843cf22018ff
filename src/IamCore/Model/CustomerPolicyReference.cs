namespace IamCore.Model;

/// <summary>A customer managed policy that every target account must have under this path and name (ST-140).</summary>
/// <param name="Name">The name.</param>
/// <param name="Path">The path.</param>
public sealed record CustomerPolicyReference(string Name, string Path = "/");
