using System.Globalization;
using IamCore.Policies.Documents;
using IamCore.Policies.Parsing;

namespace IamCore.Policies;

/// <summary>A limit on the size of policies (PL-190). Limits are never checked by reading; a host asks.</summary>
/// <param name="Max">The largest size allowed; of several documents together where the limit says so.</param>
/// <param name="Counting">How it counts.</param>
public readonly record struct PolicySizeLimit(int Max, SizeCounting Counting)
{
    /// <summary>A managed identity policy, or a permissions boundary.</summary>
    public static PolicySizeLimit Managed { get; } = new(6_144, SizeCounting.WithoutWhiteSpace);

    /// <summary>The inline policies of one user, together.</summary>
    public static PolicySizeLimit InlineOfUser { get; } = new(2_048, SizeCounting.WithoutWhiteSpace);

    /// <summary>The inline policies of one group, together.</summary>
    public static PolicySizeLimit InlineOfGroup { get; } = new(5_120, SizeCounting.WithoutWhiteSpace);

    /// <summary>The inline policies of one role, together.</summary>
    public static PolicySizeLimit InlineOfRole { get; } = new(10_240, SizeCounting.WithoutWhiteSpace);

    /// <summary>A role's trust policy.</summary>
    public static PolicySizeLimit Trust { get; } = new(2_048, SizeCounting.WithoutWhiteSpace);

    /// <summary>A role's trust policy where the quota was raised as far as it goes.</summary>
    public static PolicySizeLimit RaisedTrust { get; } = new(8_192, SizeCounting.WithoutWhiteSpace);

    /// <summary>An inline session policy, together with the policy ARNs passed beside it.</summary>
    public static PolicySizeLimit Session { get; } = new(2_048, SizeCounting.All);

    /// <summary>A service control policy or resource control policy.</summary>
    public static PolicySizeLimit Control { get; } = new(5_120, SizeCounting.All);

    /// <summary>A resource policy or endpoint policy; services differ.</summary>
    public static PolicySizeLimit Resource { get; } = new(20_480, SizeCounting.Bytes);

    /// <summary>The limit of one document by itself. Identity policies are taken as managed ones.</summary>
    public static PolicySizeLimit Of(PolicyType type) => type switch
    {
        PolicyType.Identity or PolicyType.PermissionsBoundary => Managed,
        PolicyType.Trust => Trust,
        PolicyType.Session => Session,
        PolicyType.ServiceControl or PolicyType.ResourceControl => Control,
        _ => Resource,
    };

    /// <summary>The size of a document, in what this limit counts.</summary>
    public int Measure(PolicyDocument document) => Counting switch
    {
        SizeCounting.Bytes => document.Source.Utf8.Length,
        SizeCounting.All => PolicySize.Of(document).All,
        _ => PolicySize.Of(document).WithoutWhiteSpace,
    };

    /// <summary>The error <see cref="PolicyFaultCode.PolicyTooLarge"/> where documents are together larger than the limit allows, else null.</summary>
    /// <param name="documents">At least one document; all of one type.</param>
    public PolicyFault? Check(params ReadOnlySpan<PolicyDocument> documents)
    {
        var size = 0;
        foreach (var document in documents)
        {
            size += Measure(document);
        }

        return size <= Max ? null : new PolicyFault(
            PolicyFaultCode.PolicyTooLarge,
            string.Create(CultureInfo.InvariantCulture, $"The {documents[0].Type.Spelling()} policy has {size} characters; at most {Max} are allowed"),
            JsonPath.Root,
            line: 1,
            column: 1);
    }
}
