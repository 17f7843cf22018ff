using System.Collections.Frozen;

namespace IamCore.Policies;

/// <summary>The name of a context key, compared without regard to case (PL-105). Made once, when a document is compiled or a context filled.</summary>
public sealed class ContextKey : IEquatable<ContextKey>
{
    private static readonly FrozenDictionary<string, DerivedKey> Derivable = new Dictionary<string, DerivedKey>
    {
        ["aws:PrincipalArn"] = DerivedKey.PrincipalArn,
        ["aws:PrincipalAccount"] = DerivedKey.PrincipalAccount,
        ["aws:PrincipalType"] = DerivedKey.PrincipalType,
        ["aws:username"] = DerivedKey.Username,
        ["aws:userid"] = DerivedKey.UserId,
        ["aws:PrincipalIsAWSService"] = DerivedKey.PrincipalIsAwsService,
        ["aws:PrincipalServiceName"] = DerivedKey.PrincipalServiceName,
        ["aws:ResourceAccount"] = DerivedKey.ResourceAccount,
        ["aws:CurrentTime"] = DerivedKey.CurrentTime,
        ["aws:EpochTime"] = DerivedKey.EpochTime,
        ["aws:RequestedRegion"] = DerivedKey.RequestedRegion,
        ["aws:ViaAWSService"] = DerivedKey.ViaAwsService,
        ["aws:MultiFactorAuthPresent"] = DerivedKey.MultiFactorAuthPresent,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a name of any spelling.</summary>
    public ContextKey(string name)
    {
        Name = name.ToLowerInvariant();
        Hash = string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);
        Derived = Derivable.GetValueOrDefault(name);
    }

    /// <summary>The name in lower case.</summary>
    public string Name { get; }

    internal int Hash { get; }

    internal DerivedKey Derived { get; }

    /// <inheritdoc />
    public bool Equals(ContextKey? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Hash == other.Hash && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ContextKey);

    /// <inheritdoc />
    public override int GetHashCode() => Hash;

    /// <summary>The name in lower case.</summary>
    public override string ToString() => Name;
}

/// <summary>The keys that the engine derives itself (EV-011, EV-012). Those up to <see cref="ResourceAccount"/> but
/// <see cref="UserId"/> cannot be overridden (EV-013).</summary>
internal enum DerivedKey : byte
{
    None,
    PrincipalArn,
    PrincipalAccount,
    PrincipalType,
    Username,
    PrincipalIsAwsService,
    PrincipalServiceName,
    ResourceAccount,
    UserId,
    CurrentTime,
    EpochTime,
    RequestedRegion,
    ViaAwsService,
    MultiFactorAuthPresent,
}
