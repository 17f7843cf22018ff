namespace IamCore.Model;

/// <summary>A managed policy that every target account has by that path and name (ST-140).</summary>
/// <param name="Name">The name.</param>
/// <param name="Path">The path.</param>
public sealed record CustomerPolicyReference(string Name, string Path = "/");
