namespace IamCore.Model;

/// <summary>Unique ids: a prefix of four letters followed by 17 characters from <c>[A-Z2-7]</c> (ID-065).</summary>
public static class UniqueId
{
    /// <summary>The maximum length of an id, in characters (ID-216).</summary>
    public const int MaxLength = 128;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string LowerAlphanumeric = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int Tail = 17;

    /// <summary>Creates an id for a new object of an account.</summary>
    /// <param name="kind">The kind of object.</param>
    /// <param name="random">The source of randomness.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException">Objects of this kind have ids of a different form.</exception>
    public static string Create(ObjectKind kind, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return PrefixOf(kind) + random.Text(Tail, Base32);
    }

    /// <summary>Returns the prefix of the ids of a kind (ID-065).</summary>
    /// <param name="kind">The kind of object.</param>
    /// <returns>The prefix of four letters.</returns>
    /// <exception cref="ArgumentException">Objects of this kind have ids of a different form.</exception>
    public static string PrefixOf(ObjectKind kind) => kind switch
    {
        ObjectKind.User => "AIDA",
        ObjectKind.Group => "AGPA",
        ObjectKind.Role => "AROA",
        ObjectKind.InstanceProfile => "AIPA",
        ObjectKind.ManagedPolicy => "ANPA",
        ObjectKind.OidcProvider => "OIDC",
        ObjectKind.SamlProvider => "SAML",
        _ => throw new ArgumentException($"{kind} objects have ids of a different form", nameof(kind)),
    };

    /// <summary>Returns the kind of object that the prefix of an id indicates.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The kind; <see cref="ObjectKind.None"/> for any other text.</returns>
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
