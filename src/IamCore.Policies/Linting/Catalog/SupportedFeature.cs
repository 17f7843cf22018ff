namespace IamCore.Policies.Linting.Catalog;

/// <summary>Whether a feature of AWS knows an action.</summary>
/// <param name="Feature">Its name, for example <c>IAM Action Last Accessed</c>.</param>
/// <param name="IsSupported">Whether it knows the action.</param>
public readonly record struct SupportedFeature(string Feature, bool IsSupported);
