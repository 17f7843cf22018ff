namespace IamCore.Policies.Linting.Model;

/// <summary>A document as far as it can be understood.</summary>
internal sealed class PolicyView
{
    /// <summary>The Version's member, or -1.</summary>
    public int VersionNode { get; set; } = -1;

    /// <summary>The Id's member, or -1.</summary>
    public int IdNode { get; set; } = -1;

    /// <summary>The Statement's member, or -1.</summary>
    public int StatementNode { get; set; } = -1;

    /// <summary>The version as written; null where none or no string was written.</summary>
    public string? Version { get; set; }

    /// <summary>Whether <c>${…}</c> is a variable (PL-021).</summary>
    public bool UsesVariables => Version == PolicyDocument.Version2012;

    /// <summary>Whether the version is absent or the older one, so that <c>${…}</c> is text.</summary>
    public bool IsOld => VersionNode < 0 || Version == PolicyDocument.Version2008;

    public List<StatementView> Statements { get; } = [];
}
