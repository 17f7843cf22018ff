namespace IamCore.Model;

/// <summary>Unique ids: a prefix of four letters and 17 characters of <c>[A-Z2-7]</c> (ID-065).</summary>
public static class UniqueId
{
    /// <summary>The longest id accepted, in characters (ID-216).</summary>
    public const int MaxLength = 128;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string LowerAlphanumeric = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int Tail = 17;

    /// <summary>A new id for an object of a kind that an account owns.</summary>
    /// <exception cref="ArgumentException">Objects of that kind have ids of another form.</exception>
    public static string Create(ObjectKind kind, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return PrefixOf(kind) + random.Text(Tail, Base32);
    }

    /// <summary>What the ids of a kind begin with (ID-065).</summary>
    /// <exception cref="ArgumentException">Objects of that kind have ids of another form.</exception>
    public static string PrefixOf(ObjectKind kind) => kind switch
    {
        ObjectKind.User => "AIDA",
        ObjectKind.Group => "AGPA",
        ObjectKind.Role => "AROA",
        ObjectKind.InstanceProfile => "AIPA",
        ObjectKind.ManagedPolicy => "ANPA",
        ObjectKind.OidcProvider => "OIDC",
        ObjectKind.SamlProvider => "SAML",
        _ => throw new ArgumentException($"{kind} objects have ids of another form", nameof(kind)),
    };

    /// <summary>The kind an id's prefix names; <see cref="ObjectKind.None"/> for any other text.</summary>
    public static ObjectKind KindOf(ReadOnlySpan<char> id) => id.Length <= 4 ? ObjectKind.None : id[..4] switch
    {
        "AIDA" => ObjectKind.User,
        "AGPA" => ObjectKind.Group,
        "AROA" => ObjectKind.Role,
        "AIPA" => ObjectKind.InstanceProfile,
        "ANPA" => ObjectKind.ManagedPolicy,
        _ => ObjectKind.None,
    };

    internal static string Account(RandomSource random) => random.Text(AccountId.Length, "0123456789");

    internal static string CanonicalUser(RandomSource random) => random.Text(64, "0123456789abcdef");

    internal static string Organization(RandomSource random) => "o-" + random.Text(10, LowerAlphanumeric);

    internal static string OrganizationRoot(RandomSource random) => "r-" + random.Text(4, LowerAlphanumeric);

    internal static string OrganizationalUnit(string rootId, RandomSource random) => $"ou-{rootId.AsSpan(2)}-{random.Text(8, LowerAlphanumeric)}";

    internal static string ControlPolicy(RandomSource random) => "p-" + random.Text(8, LowerAlphanumeric);
}
