namespace IamCore.Cli.Schemas;

/// <summary>
/// The written forms of single values as patterns of ECMAScript. A pattern never refuses what the parser takes; what it cannot tell (the 29th of
/// February in a common year, a number of seconds past the year 9999) it lets pass.
/// </summary>
internal static class ValueForms
{
    private const string Account = "[0-9]{12}";
    private const string Name = @"[^/*?\u0000-\u001F\u007F-\u009F]+";
    private const string Octet = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private const string Ipv4 = $@"({Octet}\.){{3}}{Octet}";
    private const string Group = "[0-9A-Fa-f]{1,4}";
    private const string Groups = $"({Group}(:{Group})*)?";
    private const string Day = "((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|02-29|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)";
    private const string Offset = "([Zz]|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))";
    private const string Time = $@"[Tt]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{{1,9}})?)?{Offset}?";
    private const string Variable = @"\$\{([*?$]|[^ ,'{}$]+(, *'[^'}]*')?)\}";

    /// <summary>A <c>Sid</c> where any character from U+0020 up is allowed (PL-032).</summary>
    public const string Sid = @"^[^\u0000-\u001F]*$";

    /// <summary>A <c>Sid</c> of identity and control policies (PL-032).</summary>
    public const string NarrowSid = "^[A-Za-z0-9]*$";

    /// <summary>PL-065.</summary>
    public const string Action = @"^(\*|\*:\*|[A-Za-z0-9-]+:[A-Za-z0-9._/*?-]+)$";

    /// <summary>Six fields, or fewer that end with a star; no wildcard in the service (PL-081, PL-082).</summary>
    public const string Resource = @"^(\*|arn:[^:]*:[^:*?]*(:[^:]*:[^:]*:[\s\S]*|:([^:]*:)?[^:]*\*))$";

    /// <summary>PL-042.</summary>
    public const string AwsPrincipal =
        $@"^(\*|{Account}|(AIDA|AROA)[A-Z0-9]{{12,}}|arn:[a-z0-9-]+:(iam::{Account}:(root|(user|role)(/{Name})+)|sts::{Account}:(assumed-role/{Name}/{Name}|federated-user/{Name})))$";

    /// <summary>PL-044.</summary>
    public const string ServicePrincipal = @"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$";

    /// <summary>Not empty, without wildcards (PL-043, PL-045, PL-046).</summary>
    public const string OtherPrincipal = "^[^*?]+$";

    /// <summary>PL-104.</summary>
    public const string ConditionKey = @"^[\s\S]+:[\s\S]+$";

    /// <summary>PL-140.</summary>
    public const string Number = @"^[+-]?(?!(\.?[0-9]){101})([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?0*([0-9]{1,2}|[1-3][0-9]{2}|400))?$";

    /// <summary>PL-145.</summary>
    public const string Date = $@"^((?!0000$)-?0*[0-9]{{1,12}}(\.[0-9]+)?|(?!0000)[0-9]{{4}}-((0[1-9]|1[0-2])|{Day}({Time})?))$";

    /// <summary>PL-151.</summary>
    public const string Base64 = "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$";

    /// <summary>PL-155: with <c>::</c>, at most seven groups are written, or five before an IPv4 address.</summary>
    public const string IpRange =
        $@"^({Ipv4}(/(3[0-2]|[12]?[0-9]))?"
        + $@"|(({Group}:){{7}}{Group}|({Group}:){{6}}{Ipv4}|(?!(:{{0,2}}{Group}\b){{8}}){Groups}::{Groups}|(?!(:{{0,2}}{Group}\b){{7}}){Groups}::({Group}:)*{Ipv4})"
        + "(/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))?)$";

    /// <summary>A value of an ARN operator (PL-162).</summary>
    public const string ArnPattern = @"^(\*|arn:([^:]*:){4}[\s\S]*|arn:[\s\S]*\*)$";

    /// <summary>A text that holds a variable, well-formed or not.</summary>
    public const string WithVariable = @"\$\{";

    /// <summary>A text without variables (PL-047).</summary>
    public const string WithoutVariable = @"^([^$]|\$(?!\{))*$";

    /// <summary>A text whose variables are well-formed (PL-170).</summary>
    public const string WellFormed = $@"^([^$]|\$(?!\{{)|{Variable})*$";

    /// <summary>The same, with none before the account of an ARN (PL-089). In the account the parser refuses one too, but a policy of AWS's own has it there.</summary>
    public const string WellFormedResource = $@"^(?!([^:]*:){{0,3}}[^:]*\$\{{)([^$]|\$(?!\{{)|{Variable})*$";

    /// <summary>A text in any letter case.</summary>
    public static string AnyCase(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetter(c) ? $"[{char.ToUpperInvariant(c)}{char.ToLowerInvariant(c)}]" : c.ToString()));
}
