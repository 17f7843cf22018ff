using IamCore.Reference;

namespace IamCore.Policies.Tests.Generation;

/// <summary>The small worlds that cases are drawn from: so small that hits and near misses are both frequent.</summary>
internal static class Alphabet
{
    public const string A = "111111111111";
    public const string B = "222222222222";
    public const string UserId = "AIDAAAAAAAAAAAAAAAAA";
    public const string RoleId = "AROAAAAAAAAAAAAAAAAA";

    /// <summary>All kinds of principal (EV-001), most of account A.</summary>
    public static readonly CallerText[] Callers =
    [
        Arn($"arn:aws:iam::{A}:root"),
        Arn($"arn:aws:iam::{B}:root"),
        Arn($"arn:aws:iam::{A}:user/a"),
        Arn($"arn:aws:iam::{A}:user/p/a"),
        Arn($"arn:aws:iam::{A}:user/b"),
        Arn($"arn:aws:iam::{A}:user/a*"),
        Arn($"arn:aws:iam::{B}:user/a"),
        Arn($"arn:acme:iam::{A}:user/😀"),
        Arn($"arn:aws:iam::{A}:role/R"),
        Arn($"arn:aws:iam::{A}:role/p/R"),
        Arn($"arn:aws:iam::{B}:role/R"),
        Arn($"arn:aws:iam::{A}:role/aws-service-role/s.example/L"),
        Arn($"arn:aws:sts::{A}:assumed-role/R/s"),
        Arn($"arn:aws:sts::{A}:assumed-role/R/t"),
        Arn($"arn:aws:sts::{B}:assumed-role/R/s"),
        Arn($"arn:acme:sts::{A}:assumed-role/R/s"),
        Arn($"arn:aws:sts::{A}:assumed-role/L/s"),
        Arn($"arn:aws:sts::{A}:assumed-role/R/s", role: $"arn:aws:iam::{A}:role/R"),
        Arn($"arn:aws:sts::{A}:assumed-role/R/s", role: $"arn:aws:iam::{A}:role/p/R"),
        Arn($"arn:aws:sts::{A}:assumed-role/L/s", role: $"arn:aws:iam::{A}:role/aws-service-role/s.example/L"),
        Arn($"arn:aws:sts::{A}:federated-user/a"),
        Arn($"arn:aws:sts::{A}:federated-user/b"),
        Arn($"arn:aws:sts::{B}:federated-user/a"),
        Arn($"arn:aws:sts::{A}:federated-user/a", user: $"arn:aws:iam::{A}:user/a"),
        Arn($"arn:aws:sts::{A}:federated-user/a", user: $"arn:aws:iam::{A}:user/p/a"),
        new(CallerForm.Service, "s.example"),
        new(CallerForm.Service, "s.example"),
        new(CallerForm.Service, "S.example"),
        new(CallerForm.Federated, "idp.example"),
        new(CallerForm.Federated, $"arn:aws:iam::{A}:saml-provider/x"),
        new(CallerForm.CanonicalUser, "c1"),
        new(CallerForm.CanonicalUser, "c2"),
        Arn("*"),
        Arn("*"),
    ];

    /// <summary>Entries of Principal and NotPrincipal (PL-042).</summary>
    public static readonly (string Member, string Value)[] Entries =
    [
        ("AWS", "*"),
        ("AWS", A),
        ("AWS", B),
        ("AWS", $"arn:aws:iam::{A}:root"),
        ("AWS", $"arn:acme:iam::{A}:root"),
        ("AWS", $"arn:aws:iam::{B}:root"),
        ("AWS", $"arn:aws:iam::{A}:user/a"),
        ("AWS", $"arn:aws:iam::{A}:user/p/a"),
        ("AWS", $"arn:aws:iam::{A}:user/b"),
        ("AWS", $"arn:aws:iam::{B}:user/a"),
        ("AWS", $"arn:aws:iam::{A}:user/A"),
        ("AWS", $"arn:aws:iam::{A}:role/R"),
        ("AWS", $"arn:aws:iam::{A}:role/p/R"),
        ("AWS", $"arn:aws:iam::{A}:role/r"),
        ("AWS", $"arn:aws:iam::{A}:role/R/R"),
        ("AWS", $"arn:acme:iam::{A}:role/R"),
        ("AWS", $"arn:aws:iam::{B}:role/R"),
        ("AWS", $"arn:aws:iam::{A}:role/L"),
        ("AWS", $"arn:aws:iam::{A}:role/aws-service-role/s.example/L"),
        ("AWS", $"arn:aws:sts::{A}:assumed-role/R/s"),
        ("AWS", $"arn:aws:sts::{A}:assumed-role/R/t"),
        ("AWS", $"arn:aws:sts::{A}:assumed-role/L/s"),
        ("AWS", $"arn:aws:sts::{B}:assumed-role/R/s"),
        ("AWS", $"arn:aws:sts::{A}:federated-user/a"),
        ("AWS", $"arn:aws:sts::{A}:federated-user/b"),
        ("AWS", UserId),
        ("AWS", RoleId),
        ("AWS", "AROAAAAAAAAAAAAA"),
        ("Service", "s.example"),
        ("Service", "t.example"),
        ("Federated", "idp.example"),
        ("Federated", $"arn:aws:iam::{A}:saml-provider/x"),
        ("Federated", "s.example"),
        ("CanonicalUser", "c1"),
        ("CanonicalUser", "c3"),
    ];

    public static readonly string[] TrustActions =
    [
        "sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext", "STS:assumerole",
    ];

    public static readonly string[] Actions =
    [
        "s3:Get", "s3:GetObject", "S3:getobject", "s3:PutObject", "s3-x:Get", "docs:Get", "docs:a/b.c_d-e", "kms:Decrypt", "KMS:decrypt",
        "iam:PassRole", "sts:AssumeRole", "sts:GetSessionToken", "sts:GetFederationToken",
    ];

    public static readonly string[] ActionPatterns =
    [
        "*", "*:*", "s3:*", "S3:GET*", "s3:?et", "s3:Get", "s3:GetObject", "s3:*Object", "s3:*e*t*", "s3:Get?", "s3-x:*", "docs:*", "docs:Get",
        "docs:a/*", "docs:?/?.*", "kms:*", "kms:Decrypt", "sts:*", "sts:AssumeRole", "sts:AssumeRole*", "sts:*Session*", "iam:*", "s3:**", "s3:*?*",
    ];

    public static readonly string[] Resources =
    [
        "*",
        "arn:aws:s3:::b",
        "arn:aws:s3:::b/a",
        "arn:aws:s3:::b/a/c",
        "arn:aws:s3:::b//c",
        "arn:aws:s3:::b/a:c",
        "arn:aws:s3:::b/*",
        "arn:aws:s3:::b/a?",
        "arn:aws:s3:::b/😀",
        "arn:aws:s3:::b/${aws:username}",
        "arn:aws:s3:::b/$a{}",
        $"arn:aws:s3:eu:{A}:b/a",
        $"arn:aws:s3:eu-1:{B}:b/a",
        $"arn:acme:docs::{A}:d/1",
        $"arn:acme:docs:us:{B}:d/1/x",
        "arn:aws:docs:us:x:d:1:x",
        $"arn:aws:kms:eu:{A}:key/1",
        $"arn:aws:kms:eu:{B}:key/1",
        $"arn:aws:kms:eu:{A}:alias/1",
        $"arn:aws:iam::{A}:role/R",
        $"arn:aws:iam::{A}:user/a",
    ];

    public static readonly string[] Roles =
    [
        $"arn:aws:iam::{A}:role/R",
        $"arn:aws:iam::{A}:role/p/R",
        $"arn:aws:iam::{B}:role/R",
        $"arn:aws:iam::{A}:role/aws-service-role/s.example/L",
        $"arn:aws:iam::{A}:role/T",
    ];

    public static readonly string[] ResourcePatterns =
    [
        "*", "arn:aws:s3:::*", "arn:aws:s3:::b", "arn:aws:s3:::b*", "arn:aws:s3:::b/*", "arn:aws:s3:::b/?", "arn:aws:s3:::b/a*", "arn:aws:s3:::*/c",
        "arn:aws:s3:::b/*/c", "arn:aws:s3:::*a*", "arn:*:s3:::b/a", "arn:aws:s3:*:*:b/a", "arn:aws:s3:eu*:*:*", "arn:aws:s3:e?:111*:b/?", "arn:aws:s3:*",
        "arn:aws:docs:*", "arn:acme:docs:*:222222222222:*", "arn:acme:docs::*", "arn:aws:docs:us:x:d:*:x", "arn:aws:docs:us:*:d*", "arn:aws:kms:*:*:key/*",
        "arn:aws:kms:eu:111111111111:*", "arn:aws:iam::*:role/*", "arn:aws:iam::111111111111:*", "arn:aw?:s3:::b/?", "arn:a*:s3:::b/**", "arn:aws:s3:::?",
        "arn:aws:s3:::b/a/?", "arn:aws:s3:::b/😀", "arn:aws:s3:::b/a?", "arn:a?w?:s3:::*?*",
    ];

    /// <summary>Under the new version variables, under the old one plain characters (PL-021).</summary>
    public static readonly string[] ResourceTemplates =
    [
        "arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::b/${AWS:UserName}*", "arn:aws:s3:::${app:s}/*", "arn:aws:s3:::b/${app:s, 'a'}", "arn:aws:s3:::b/${app:t,'c'}",
        "arn:aws:s3:::b/${app:m}", "arn:aws:s3:::b/${app:m, 'a'}", "arn:aws:s3:::b/${*}", "arn:aws:s3:::b/a${?}", "arn:aws:s3:::b/${$}a{}", "arn:aws:s3:::b/${app:s,''}a",
        "arn:aws:s3:::b${app:e,   '/'}a", "arn:aws:s3:::b/${app:s}${app:t}", "arn:aws:s3:::*${app:s}", "arn:aws:s3:::b/${aws:PrincipalTag/T}/c", "arn:*:s3:*:*:b/${aws:username}",
        "arn:aws:s3:::b/$a{}", "arn:aws:s3:::b/${$}{aws:username}", "arn:acme:docs:*:*:d/${app:n}", "arn:aws:docs:us:x:d:${app:n, '1'}:x", "arn:aws:s3:::b/${app:arn}*",
        "arn:aws:s3:::b/?${app:gone,'/c'}", "arn:aws:s3:::b/${aws:userid}",
    ];

    public static readonly string[] Texts =
    [
        "", "a", "b", "c", "A", "ab", "a*", "*", "?", "a/b", "a:b", "😀", "x😀", "é", "É", "ı", "I", "i", "İ", "ß", "\u212A", "k", "${aws:username}", "$", "true", "1", "a b", "a\u0301", "á",
    ];

    public static readonly string[] TextPatterns =
    [
        "", "*", "?", "??", "a*", "*b", "a?", "?b", "*/*", "*:*", "a*b", "**", "?*", "*😀", "?😀", "x?", "é", "A*", "***a***",
    ];

    public static readonly string[] TextTemplates =
    [
        "${aws:username}", "${app:s}", "${app:t}*", "*${app:s}", "${app:s, 'a'}", "${app:gone, 'b'}", "${app:gone}", "${app:m}", "${app:m,'a'}", "${*}", "a${*}", "${?}", "${$}",
        "${app:s,''}", "${app:s}${app:t}", "$", "a$b", "${aws:PrincipalTag/T}", "$${app:s}", "${APP:S}",
    ];

    public static readonly string[] Numbers =
    [
        "0", "-0", "10", "10.0", "1e1", "1E+1", "100e-1", ".5", "0.5", "5.", "5", "0010", "-3", "+3", "3", "1e400", "1e-400", "10e399", "9007199254740993", "9007199254740992",
        "0.1", "0.10000000000000000001", "120", "3600", "1767225600", new('9', 100), "-" + new string('9', 100), "0." + new string('0', 98) + "1",
    ];

    public static readonly string[] NotNumbers =
    [
        "", " 1", "1 ", "1,0", "0x1", "Infinity", "NaN", "1e", ".", "-", "1e401", "1e-401", "10e4000", "1.5.2", "٣", "--1", new('1', 101),
    ];

    public static readonly string[] Dates =
    [
        "2026", "2026-01", "2026-01-01", "2026-01-01T00:00Z", "2026-01-01T00:00:00Z", "2026-01-01t00:00:00z", "2026-01-01T00:00:00", "2026-01-01T00:00",
        "2026-01-01T01:00:00+01:00", "2025-12-31T10:00:00-14:00", "2026-01-01T14:00+14:00", "2026-01-01T00:00:00.5Z", "2026-01-01T00:00:00.0000001Z",
        "2026-01-01T00:00:00.000000199Z", "1767225600", "1767225600.5", "1767225600.00000001", "1767225600.0000001", "-1", "-0", "0", "-0.5", "1970", "1970-01-01",
        "1969-12-31T23:59:59Z", "9999-12-31T23:59:59.9999999Z", "0001-01-01", "0001", "2024-02-29", "2025-12-31T23:59:59Z", "12345", "253402300799", "-62135596800", "20260101", "2000-02-29T12:34:56.789Z",
    ];

    public static readonly string[] NotDates =
    [
        "", "2026-02-29", "1900-02-29", "2026-13", "2026-00", "2026-01-32", "2026-04-31", "2026-01-01T24:00Z", "2026-01-01T23:59:60Z", "2026-01-01T00:00:00+14:01", "2026-01-01T00:00:00+15:00",
        "2026-01-01T00:60Z", "9999-12-31T23:59:59-01:00", "0001-01-01T00:00+01:00", "253402300800", "-62135596801", "0000", "2026-1-1", "now", "2026*", "2026-01-01Z", "5.", ".5", "+5", "1e3",
        "2026-01-01 00:00:00Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00.0000000001Z", "2026-01-01T00Z", "2026-01-01T00:00:00+1:00", "2026-01-01T00:00:00+0100", "2026-01T00:00Z", "99999999999999999999",
    ];

    public static readonly string[] Booleans = ["true", "false", "TRUE", "False"];

    public static readonly string[] NotBooleans = ["", "yes", "1", "true ", "0"];

    public static readonly string[] Binaries = ["", "QQ==", "QUI=", "QUJD", "/+8=", "AAAA", "QUJDQQ=="];

    public static readonly string[] NotBinaries = ["QQ", "QQ=", "Q Q=", "-_8=", "====", "Q===", "QQ==QQ==", "=QQQ", "QQ==\n"];

    public static readonly string[] Ranges =
    [
        "1.2.3.4", "1.2.3.4/32", "1.2.3.5/31", "1.2.3.0/24", "1.2.3.7/24", "1.2.0.0/16", "0.0.0.0/0", "10.0.0.0/8", "128.0.0.0/1", "::/0", "::1", "::1/128", "2001:db8::/32",
        "2001:DB8:0:0:0:0:0:1", "2001:db8::1/127", "::ffff:1.2.3.4", "::FFFF:102:304", "::ffff:1.2.3.0/120", "::ffff:0:0/96", "::ffff:0:0/95", "::ffff:1.2.3.4/90", "0:0:0:0:0:ffff:1.2.3.4/97",
        "::1.2.3.4", "64:ff9b::1.2.3.4", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "8000::/1",
    ];

    public static readonly string[] Addresses =
    [
        "1.2.3.4", "1.2.3.5", "1.2.4.4", "10.0.0.1", "255.255.255.255", "0.0.0.0", "::1", "::", "2001:db8::1", "2001:DB8::", "2001:db8:0:0:0:0:0:1", "2001:db9::1", "::ffff:1.2.3.4", "::ffff:102:305",
        "0:0:0:0:0:FFFF:0102:0304", "::1.2.3.4", "64:ff9b::102:304", "1:2:3:4:5:6:7:0", "0:2:3:4:5:6:7:8", "::fffe:1.2.3.4",
    ];

    public static readonly string[] NotAddresses =
    [
        "", "1.2.3.4/32", "::1/128", "1.2.3", "01.2.3.4", "1.2.3.256", "fe80::1%eth0", "1.2.3.4 ", "::1::", "12345::", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::ffff:01.2.3.4", "1:2:3:4:5:6:7",
        ":1:2:3:4:5:6:7", "1.2.3.4:80", "[::1]", "g::", "0x1.2.3.4", "1::2:1.2.3.4.5", "1.2.3.4::",
    ];

    public static readonly string[] Arns =
    [
        "arn:aws:s3:::b", "arn:aws:s3:::b/a", "arn:aws:svc:us:111111111111:store/a", "arn:aws:svc:us:222222222222:store/a:111111111111:x", "arn:aws:svc:us:111111111111:x:y", "arn:::::", "arn:aws:s3:::*",
        "arn:acme:docs:eu:111111111111:d/😀", $"arn:aws:iam::{A}:user/a", $"arn:aws:iam::{A}:role/R", $"arn:aws:iam::{A}:root",
    ];

    public static readonly string[] NotArns = ["", "b", "arn:aws:s3", "arn:aws:s3::b", "ARN:aws:s3:::b", "xarn:aws:s3:::b", "*", "arn"];

    public static readonly string[] ArnPatterns =
    [
        "*", "arn:*", "arn:aws:*", "arn:aws:s3:*", "arn:aws:s3:::*", "arn:aws:s3:::b", "arn:aws:s3:::b*", "arn:aws:*:*:*:b/?", "arn:aws:svc:*:111111111111:*", "arn:aws:svc:*:111111111111:x", "arn:aws:svc:us:*:store/*",
        "arn:*:*:*:*:*", "arn:::::", "arn:aws:svc:us:111111111111:x:?", "arn:aws:iam::*:user/*", "arn:aws:iam::111111111111:*", "arn:a*e:docs:e?:*:d/?",
    ];

    public static readonly string[] ArnTemplates =
    [
        "arn:aws:s3:::${app:s}", "arn:aws:iam::*:user/${aws:username}", "${app:arn}", "${aws:PrincipalArn}", "${app:gone, 'arn:aws:s3:::b'}", "${app:gone}", "arn:aws:${app:s}:::b", "arn:aws:s3:::${*}",
        "arn:aws:svc:us:${aws:PrincipalAccount}:*", "${app:s}*", "arn:aws:s3:${app:t,'::b'}", "${*}", "arn:${app:s}*", "arn:aws:svc:us:${app:gone,'111111111111:x'}:y",
    ];

    public static readonly string[] BooleanTemplates = ["${app:b}", "${aws:ViaAWSService}", "${app:gone, 'true'}", "${app:gone}", "${app:s}", "tru${app:gone, 'e'}"];

    private static CallerText Arn(string text, string? role = null, string? user = null) => new(CallerForm.Arn, text, role, user);
}
