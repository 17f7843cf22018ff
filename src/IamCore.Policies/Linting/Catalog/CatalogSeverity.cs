namespace IamCore.Policies.Linting.Catalog;

/// <summary>How bad a diagnostic of a catalog is.</summary>
public enum CatalogSeverity : byte
{
    /// <summary>Usual in AWS's own files.</summary>
    Info,

    /// <summary>Loaded, but something of it is without effect.</summary>
    Warning,

    /// <summary>Not loaded.</summary>
    Error,
}
