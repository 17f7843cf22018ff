namespace IamCore.Cli.Directories;

internal abstract record WantedIdentity : WantedObject
{
    public IReadOnlyList<WantedReference>? ManagedPolicies { get; init; }

    public IReadOnlyDictionary<string, WantedDocument>? InlinePolicies { get; init; }

    /// <summary>The boundary; null where it stays as it is.</summary>
    public WantedReference? PermissionsBoundary { get; init; }
}
