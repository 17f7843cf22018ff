using FsCheck;
using FsCheck.Fluent;
using IamCore.Policies.Parsing;

namespace IamCore.Policies.Tests.Documents;

/// <summary>Documents without errors, of every type, over small alphabets: every element, operator, qualifier and list length turns up often.</summary>
internal static class DocumentGen
{
    private static readonly Gen<string> Word = Gen.Elements("a", "B", "a\"b", "é", "\u2028", "😀", "\\", "${a:b}", "${a:b, 'x'}", "${*}", "", " ", "</script>", "*", "\u0001\n");

    private static readonly Gen<string> ActionEntry = Gen.Elements("*", "*:*", "s3:*", "s3:Get?bject", "docs:Read/x.y_z-1", "S3:get*");

    private static readonly Gen<string> OldResource =
        Gen.Elements("*", "arn:aws:s3:::b/*", "arn:aws:sqs:*", "arn:?:s3:eu-*:1:a:b:c", "arn:aws:s3:::é😀", "arn:::::");

    private static readonly Gen<string> NewResource =
        Gen.Elements("arn:aws:s3:::${aws:username}/*", "arn:aws:s3:::${a, 'x:y'}${*}", "arn:aws:s3:::$").Or(OldResource);

    private static readonly Gen<PrincipalEntry> AwsEntry = Gen.Elements(
        "*", "111122223333", "arn:aws:iam::111122223333:root", "arn:acme:iam::111122223333:user/a/b", "arn:aws:sts::111122223333:assumed-role/r/s", "AIDACKCEVSQ6C2EXAMPLE")
        .Select(v => new PrincipalEntry(PrincipalEntryType.Aws, v));

    private static readonly Gen<PrincipalEntry> ServiceEntry =
        Gen.Elements("ec2.amazonaws.com", "x.y").Select(v => new PrincipalEntry(PrincipalEntryType.Service, v));

    private static readonly Gen<PrincipalEntry> FederatedEntry =
        Gen.Elements("accounts.google.com", "é").Select(v => new PrincipalEntry(PrincipalEntryType.Federated, v));

    private static readonly Gen<PrincipalEntry> CanonicalEntry =
        Gen.Elements("79a5", "\u0007").Select(v => new PrincipalEntry(PrincipalEntryType.CanonicalUser, v));

    private static readonly Gen<string> Key = Gen.Elements("a:b", "aws:ResourceTag/x y", "é:😀", "a:b/\"");

    public static Gen<PolicyDocument> Documents { get; } =
        from type in Gen.Elements(Enum.GetValues<PolicyType>())
        from version in Elements.IsControl(type)
            ? Gen.Constant<string?>(PolicyDocument.Version2012)
            : Gen.Elements<string?>(PolicyDocument.Version2012, PolicyDocument.Version2008, null)
        from id in Elements.Allowed(type).Contains(Element.Id) ? Optional(Word) : Gen.Constant<string?>(null)
        from statements in ListOf(Statement(type, version == PolicyDocument.Version2012), 0, 4)
        from sids in ListOf(Sid(type), 4, 4)
        select new PolicyDocument
        {
            Type = type,
            Version = version,
            Id = id,
            Statements = [.. statements.Select((s, i) => s with { Sid = Distinct(sids, i) })],
        };

    private static Gen<Statement> Statement(PolicyType type, bool variables) =>
        type == PolicyType.ResourceControl
            ? Gen.OneOf(DenyOfResourceControl(variables), Gen.Constant(FullAccess))
            : from effect in Gen.Elements(Effect.Allow, Effect.Deny)
              from notPrincipal in Elements.Allowed(type).Contains(Element.NotPrincipal) && effect == Effect.Deny ? Gen.Elements(true, false) : Gen.Constant(false)
              from principal in Principal(notPrincipal)
              from notAction in Gen.Elements(true, false)
              from actions in ListOf(ActionEntry, notAction ? 1 : 0, 3)
              from resourceKind in Elements.NeedsResource(type) ? Gen.Choose(1, 2) : type == PolicyType.Trust ? Gen.Constant(0) : Gen.Choose(0, 2)
              from resources in ListOf(variables ? NewResource : OldResource, resourceKind == 2 ? 1 : 0, 3)
              from condition in Condition(variables)
              select new Statement
              {
                  Effect = effect,
                  Principal = Elements.TakesPrincipal(type) && !notPrincipal ? principal : null,
                  NotPrincipal = notPrincipal ? principal : null,
                  Action = notAction ? null : actions,
                  NotAction = notAction ? actions : null,
                  Resource = resourceKind == 1 ? resources : null,
                  NotResource = resourceKind == 2 ? resources : null,
                  Condition = condition,
              };

    private static Statement FullAccess => new() { Effect = Effect.Allow, Principal = new(true, []), Action = ["*"], Resource = ["*"] };

    private static Gen<Statement> DenyOfResourceControl(bool variables) =>
        from actions in ListOf(ActionEntry, 0, 3)
        from resources in ListOf(NewResource, 0, 3)
        from condition in Condition(variables)
        select new Statement { Effect = Effect.Deny, Principal = new(true, []), Action = actions, Resource = resources, Condition = condition };

    private static Gen<PrincipalElement> Principal(bool isNot) =>
        from everyone in Gen.Choose(0, 3)
        from aws in ListOf(AwsEntry, isNot ? 1 : 0, 2)
        from service in ListOf(ServiceEntry, 0, 2)
        from federated in ListOf(FederatedEntry, 0, 2)
        from canonical in ListOf(CanonicalEntry, 0, 2)
        select everyone == 0 ? new PrincipalElement(true, []) : new PrincipalElement(false, [.. service, .. aws, .. canonical, .. federated]);

    private static Gen<ValueList<ConditionBlock>?> Condition(bool variables) =>
        from has in Gen.Elements(true, false)
        from blocks in ListOf(Block(variables), 0, 3)
        select has ? ValueList.Create<ConditionBlock>([.. blocks.DistinctBy(b => b.Operator)]) : null;

    private static Gen<ConditionBlock> Block(bool variables) =>
        from comparison in Gen.Elements(Enum.GetValues<Comparison>())
        from qualifier in Gen.Elements(Enum.GetValues<SetQualifier>())
        from ifExists in comparison == Comparison.Null ? Gen.Constant(false) : Gen.Elements(true, false)
        let op = new ConditionOperator(comparison, qualifier, ifExists)
        from entries in ListOf(Entry(Values(op, variables)), 0, 3)
        select new ConditionBlock(op, [.. entries.DistinctBy(e => e.Key)]);

    private static Gen<ConditionEntry> Entry(Gen<string> value) =>
        from key in Key
        from values in ListOf(value, 0, 3)
        select new ConditionEntry(key, values);

    private static Gen<string> Values(ConditionOperator op, bool variables) => op.Family switch
    {
        OperatorFamily.String => variables ? Word : Word.Or(Gen.Constant("${")),
        OperatorFamily.Numeric => Gen.Elements("10", "-0.5", "1e3", ".5", "+7"),
        OperatorFamily.Date => Gen.Elements("2026", "2026-01-31T09:30:00Z", "1767225600"),
        OperatorFamily.Boolean when variables => Gen.Elements("true", "FALSE", "${a:b}"),
        OperatorFamily.Boolean or OperatorFamily.Presence => Gen.Elements("true", "FALSE"),
        OperatorFamily.Binary => Gen.Elements("", "QQ==", "+/+/"),
        OperatorFamily.Ip => Gen.Elements("203.0.113.0/24", "::1", "2001:DB8::/32"),
        _ when variables => Gen.Elements("*", "arn:aws:s3:::b", "${a:b}", "arn:aws:s*:*"),
        _ => Gen.Elements("*", "arn:aws:s3:::b", "arn:aws:s*:*"),
    };

    private static Gen<string?> Sid(PolicyType type) =>
        Optional(SidForm.IsNarrow(type) ? Gen.Elements("", "A", "a1") : Gen.Elements("", "A", "a b", "é\"😀"));

    private static string? Distinct(ValueList<string?> sids, int index)
    {
        var sid = sids[index];
        return string.IsNullOrEmpty(sid) || !sids.Take(index).Contains(sid) ? sid : sid + index;
    }

    private static Gen<string?> Optional(Gen<string> gen) => gen.Select(v => (string?)v).Or(Gen.Constant<string?>(null));

    private static Gen<T> Or<T>(this Gen<T> gen, Gen<T> other) => Gen.OneOf(gen, other);

    private static Gen<ValueList<T>> ListOf<T>(Gen<T> item, int min, int max) =>
        from count in Gen.Choose(min, max)
        from items in item.ArrayOf(count)
        select ValueList.Create<T>(items);
}
