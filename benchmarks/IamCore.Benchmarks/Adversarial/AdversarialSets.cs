using System.Globalization;
using System.Text;
using IamCore.Policies;

namespace IamCore.Benchmarks.Adversarial;

/// <summary>The sets. Ten thousand statements each where the name does not say otherwise.</summary>
internal static class AdversarialSets
{
    private const int Many = 10_000;
    private const int PerDocument = 500;
    private const string Caller = "arn:aws:iam::111111111111:role/App";
    private const string Team = "aws:PrincipalTag/team";

    public static IEnumerable<AdversarialSet> All() =>
    [
        SamePrefix(), InnerWildcards(), EverythingWithCondition(), NotAction(), NotResource(), OneKey(), NestedPrefixes(), Principals(), PrincipalStatements(),
    ];

    /// <summary>The literal start is the same in all patterns; what tells them apart stands behind a star.</summary>
    private static AdversarialSet SamePrefix() => Identity(
        "same prefix", Many,
        i => Text($$"""{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::shared/data/*/part-{{i:00000}}.json"}"""),
        (Ask("s3:GetObject", "arn:aws:s3:::shared/data/2026/part-09999.json"), Decision.Allow),
        (Ask("s3:GetObject", "arn:aws:s3:::shared/data/2026/part-99999.json"), Decision.ImplicitDeny));

    /// <summary>No literal start at all beyond the service, in actions and resources.</summary>
    private static AdversarialSet InnerWildcards() => Identity(
        "all wildcards", Many,
        i => Text($$"""{"Effect":"Allow","Action":"s3:*et*bject","Resource":"arn:aws:s3:::*-{{i:00000}}-*/x*"}"""),
        (Ask("s3:GetObject", "arn:aws:s3:::bucket-09999-data/x/part-000001.json"), Decision.Allow),
        (Ask("s3:GetObject", "arn:aws:s3:::bucket-99999-data/x/part-000001.json"), Decision.ImplicitDeny));

    /// <summary>Every statement is about everything; only the condition tells them apart.</summary>
    private static AdversarialSet EverythingWithCondition() => Identity(
        "all *, conditions differ", Many,
        i => Text($$$"""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"{{{Team}}}":"team-{{{i}}}"} } }"""),
        (Ask("s3:GetObject", "arn:aws:s3:::bucket/x", "team-9999"), Decision.Allow),
        (Ask("s3:GetObject", "arn:aws:s3:::bucket/x", "team-x"), Decision.ImplicitDeny));

    /// <summary>Every statement is about all actions but two, one of them the one asked for; the last leaves that out.</summary>
    private static AdversarialSet NotAction() => Identity(
        "all NotAction", Many,
        i => Text($$"""{"Effect":"Allow","NotAction":["{{(i == Many - 1 ? "s3:PutObject" : "s3:GetObject")}}","svc{{i}}:*"],"Resource":"*"}"""),
        (Ask("s3:GetObject", "arn:aws:s3:::bucket/x"), Decision.Allow),
        (Ask("svc9999:GetObject", "arn:aws:svc9999:::bucket/x"), Decision.Allow));

    /// <summary>Every statement is about all resources but two, one of them the one asked for; the last leaves that out.</summary>
    private static AdversarialSet NotResource() => Identity(
        "all NotResource", Many,
        i => Text($$"""{"Effect":"Allow","Action":"s3:GetObject","NotResource":["arn:aws:s3:::{{(i == Many - 1 ? "other" : "bucket")}}/*","arn:aws:s3:::none-{{i}}/*"]}"""),
        (Ask("s3:GetObject", "arn:aws:s3:::bucket/x"), Decision.Allow),
        (Ask("s3:PutObject", "arn:aws:s3:::bucket/x"), Decision.ImplicitDeny));

    /// <summary>A thousand conditions on one key.</summary>
    private static AdversarialSet OneKey() => Identity(
        "1,000 conditions on one key", 1_000,
        i => Text($$$"""{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/*","Condition":{"StringLike":{"{{{Team}}}":"*-{{{i:0000}}}-*"} } }"""),
        (Ask("s3:GetObject", "arn:aws:s3:::bucket/x", "team-0999-a"), Decision.Allow),
        (Ask("s3:GetObject", "arn:aws:s3:::bucket/x", "team-9999-a"), Decision.ImplicitDeny));

    /// <summary>A thousand patterns, each the start of the next, so that one resource lies under all of them.</summary>
    private static AdversarialSet NestedPrefixes() => Identity(
        "1,000 nested prefixes", 1_000,
        i => Text($$$"""{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/{{{new string('a', i)}}}*","Condition":{"StringEquals":{"{{{Team}}}":"team-{{{i}}}"} } }"""),
        (Ask("s3:GetObject", $"arn:aws:s3:::bucket/{new string('a', 1_000)}", "team-999"), Decision.Allow),
        (Ask("s3:GetObject", $"arn:aws:s3:::bucket/{new string('a', 1_000)}", "team-x"), Decision.ImplicitDeny));

    /// <summary>The policy of a bucket names ten thousand roles, a hundred a statement.</summary>
    private static AdversarialSet Principals() => Resource("10,000 principals, 100 statements", 100, 100);

    /// <summary>The policy of a bucket names ten thousand roles, one a statement.</summary>
    private static AdversarialSet PrincipalStatements() => Resource("10,000 principals, 10,000 statements", Many, 1);

    private static AdversarialSet Resource(string name, int statements, int principals) => new(
        name,
        PolicyType.Resource,
        Documents(statements, i =>
        {
            var roles = Enumerable.Range(i * principals, principals).Select(role => Text($"\"arn:aws:iam::222222222222:role/Partner{role:00000}\""));
            return $$"""{"Effect":"Allow","Principal":{"AWS":[{{string.Join(',', roles)}}]},"Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/*"}""";
        }),
        [
            (Ask("s3:GetObject", "arn:aws:s3:::bucket/x", principal: "arn:aws:iam::222222222222:role/Partner09999"), Decision.Allow),
            (Ask("s3:GetObject", "arn:aws:s3:::bucket/x", principal: "arn:aws:iam::222222222222:role/Partner99999"), Decision.ImplicitDeny),
        ]);

    private static AdversarialSet Identity(
        string name, int statements, Func<int, string> statement, params (AccessRequest Request, Decision Expected)[] requests) =>
        new(name, PolicyType.Identity, Documents(statements, statement), requests);

    private static byte[][] Documents(int statements, Func<int, string> statement) =>
        [.. Enumerable.Range(0, statements).Chunk(PerDocument).Select(numbers =>
            Encoding.UTF8.GetBytes($$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', numbers.Select(statement))}}]}"""))];

    private static AccessRequest Ask(string action, string resource, string? team = null, string principal = Caller) => new(
        Principal.Parse(principal),
        ActionName.Parse(action),
        ResourceName.Parse(resource),
        team is null ? null : new RequestContext { [Team] = team },
        AccountId.Parse(principal.Split(':')[4]));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
