namespace IamCore.Policies.Linting.Catalog;

/// <summary>A method of an SDK.</summary>
/// <param name="Name">The client.</param>
/// <param name="Method">The method.</param>
/// <param name="Package">The package.</param>
public sealed record SdkMethod(string Name, string Method, string Package);
