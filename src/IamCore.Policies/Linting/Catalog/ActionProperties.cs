namespace IamCore.Policies.Linting.Catalog;

/// <summary>What an action does, as AWS annotates it; all false means that it reads.</summary>
/// <param name="IsList">Lists resources.</param>
/// <param name="IsPermissionManagement">Changes who may do what.</param>
/// <param name="IsTaggingOnly">Changes tags only.</param>
/// <param name="IsWrite">Changes resources.</param>
public readonly record struct ActionProperties(bool IsList, bool IsPermissionManagement, bool IsTaggingOnly, bool IsWrite);
