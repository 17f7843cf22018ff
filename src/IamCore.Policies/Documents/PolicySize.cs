using System.Globalization;

namespace IamCore.Policies;

/// <summary>How long a document's text is, by both countings of PL-190. A character is a Unicode scalar value of the text as written: <c>\u0041</c> counts six.</summary>
/// <param name="All">Every character.</param>
/// <param name="WithoutWhiteSpace">Characters other than space, tab, line feed and carriage return, wherever they stand.</param>
public readonly record struct PolicySize(int All, int WithoutWhiteSpace)
{
    /// <summary>Counts a text in UTF-8.</summary>
    public static PolicySize Of(ReadOnlySpan<byte> utf8)
    {
        var all = CountAll(utf8);
        var whiteSpace = 0;
        foreach (var b in utf8)
        {
            whiteSpace += b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' ? 1 : 0;
        }

        return new PolicySize(all, all - whiteSpace);
    }

    /// <summary>Counts the text a document was read from.</summary>
    public static PolicySize Of(PolicyDocument document) => Of(document.Source.Utf8);

    internal static int CountAll(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in utf8)
        {
            // Bytes that continue a character.
            count += (b & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }
}

/// <summary>How a limit counts (PL-190).</summary>
public enum SizeCounting : byte
{
    /// <summary>Characters other than white space.</summary>
    WithoutWhiteSpace,

    /// <summary>Every character.</summary>
    All,

    /// <summary>Bytes of UTF-8.</summary>
    Bytes,
}

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
            Parsing.JsonPath.Root,
            line: 1,
            column: 1);
    }
}
