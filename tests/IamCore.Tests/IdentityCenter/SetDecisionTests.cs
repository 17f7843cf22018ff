using FsCheck;
using FsCheck.Fluent;
using IamCore.Administration.Policies;
using IamCore.Callers;
using IamCore.IdentityCenter.PermissionSets;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;

namespace IamCore.Tests.IdentityCenter;

/// <summary>A session of a set decides as the set's own policies do (ST-140, ST-143).</summary>
public sealed class SetDecisionTests
{
    private static readonly string[] Actions = ["docs:Read", "docs:Write", "docs:Delete", "mail:Send"];

    private static readonly string[] Resources = ["arn:app:docs::222233334444:page/1", "arn:app:docs::222233334444:page/2", "arn:app:docs::222233334444:note/1"];

    [Fact]
    public async Task Decisions_of_a_session_are_those_of_the_sets_policies()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var set = await f.SetAsync("Any", CenterFixture.ReadDocs);
        await f.AssignAsync(user, set, CenterFixture.First);
        await f.InAsync(CenterFixture.First, new CreatePolicy("Own", CenterFixture.ReadDocs));
        await f.InAsync(CenterFixture.First, new CreatePolicy("Limit", CenterFixture.ReadDocs));
        await f.DoAsync(new AttachCustomerManagedPolicyReferenceToPermissionSet(set.Arn, new("Own")));
        var session = (await f.Portal.GetRoleCredentialsAsync(await f.SignInAsync(user), AccountId.Parse(CenterFixture.First), "Any")).Session;

        Prop.ForAll(Cases().ToArbitrary(), c => AgreesAsync(f, set, session, c).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    private static async Task<bool> AgreesAsync(CenterFixture f, PermissionSet set, Session session, Case c)
    {
        await f.DoAsync(new PutInlinePolicyToPermissionSet(set.Arn, c.Inline));
        await ReplaceAsync(f, "Own", c.Customer);
        await ReplaceAsync(f, "Limit", c.Limit);

        var current = await f.DoAsync(new DescribePermissionSet(set.Arn));
        if (c.HasBoundary)
        {
            await f.DoAsync(new PutPermissionsBoundaryToPermissionSet(set.Arn) { CustomerManagedPolicyReference = new("Limit") });
        }
        else if (current.CustomerBoundary is not null)
        {
            await f.DoAsync(new DeletePermissionsBoundaryFromPermissionSet(set.Arn));
        }

        foreach (var action in Actions)
        {
            foreach (var resource in Resources)
            {
                if (Expected(c, session, action, resource, f.Clock.GetUtcNow()) != (await f.DecideAsync(session, action, resource)).Decision)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Makes a document the policy's only version.</summary>
    private static async Task ReplaceAsync(CenterFixture f, string policy, string document)
    {
        var arn = $"arn:aws:iam::222233334444:policy/{policy}";
        await f.InAsync(CenterFixture.First, new CreatePolicyVersion(arn, document) { SetAsDefault = true });
        var stored = (ManagedPolicy)(await f.Store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.ManagedPolicy(AccountId.Parse(CenterFixture.First), policy)), default))!;
        foreach (var old in ((IEnumerable<PolicyVersion>)stored.Versions).Where(version => version.VersionId != stored.DefaultVersionId))
        {
            await f.InAsync(CenterFixture.First, new DeletePolicyVersion(arn, old.VersionId));
        }
    }

    /// <summary>The set's policies as they are written, without a directory, a role or a session.</summary>
    private static Decision Expected(Case c, Session session, string action, string resource, DateTimeOffset now)
    {
        var principal = Principal.RoleSession("arn:aws:sts::222233334444:assumed-role/Any/ana", "arn:aws:iam::222233334444:role/Any");
        var request = new AccessRequest(principal, ActionName.Parse(action), ResourceName.Parse(resource), null, session.Account, now);
        return PolicyEvaluator.Evaluate(in request, new ApplicablePolicies
        {
            Identity = [PolicySet.Compile(PolicyDocument.Parse(c.Inline, PolicyType.Identity)), PolicySet.Compile(PolicyDocument.Parse(c.Customer, PolicyType.Identity))],
            PermissionsBoundary = c.HasBoundary ? PolicySet.Compile(PolicyDocument.Parse(c.Limit, PolicyType.PermissionsBoundary)) : null,
        }).Decision;
    }

    private static Gen<Case> Cases() =>
        from inline in Documents()
        from customer in Documents()
        from limit in Documents()
        from hasBoundary in Gen.Elements(true, false)
        select new Case(inline, customer, limit, hasBoundary);

    private static Gen<string> Documents() =>
        from count in Gen.Choose(1, 3)
        from statements in Gen.ArrayOf(Statements(), count)
        select $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";

    private static Gen<string> Statements() =>
        from effect in Gen.Elements("Allow", "Allow", "Deny")
        from action in Gen.Elements("docs:Read", "docs:*", "*", "docs:Wr*", "mail:Send", "docs:Delete")
        from resource in Gen.Elements("*", "arn:app:docs::222233334444:page/*", "arn:app:docs::222233334444:page/1", "arn:app:docs::222233334444:note/?")
        select $$"""{"Effect":"{{effect}}","Action":"{{action}}","Resource":"{{resource}}"}""";

    private sealed record Case(string Inline, string Customer, string Limit, bool HasBoundary);
}
