using IamCore.Policies.Tests.Agreement;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Rules;

/// <summary>Rules about what a request may say.</summary>
public sealed class RequestRuleTests
{
    [Theory, Rule("EV-001")]
    [InlineData("*", PrincipalKind.Anonymous, "")]
    [InlineData("arn:aws:iam::111122223333:root", PrincipalKind.RootUser, "111122223333")]
    [InlineData("arn:aws:iam::111122223333:user/a", PrincipalKind.User, "111122223333")]
    [InlineData("arn:acme:iam::111122223333:user/p/q/a", PrincipalKind.User, "111122223333")]
    [InlineData("arn:aws:iam::111122223333:role/p/R", PrincipalKind.Role, "111122223333")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/R/s", PrincipalKind.RoleSession, "111122223333")]
    [InlineData("arn:aws:sts::111122223333:federated-user/f", PrincipalKind.FederatedUser, "111122223333")]
    public void An_ARN_tells_the_kind_and_account_of_a_principal(string text, PrincipalKind kind, string account)
    {
        var principal = Principal.Parse(text);
        Assert.Equal(kind, principal.Kind);
        Assert.Equal(account, principal.Account.ToString());
    }

    [Fact, Rule("EV-001")]
    public void Services_providers_and_canonical_users_have_no_account()
    {
        Assert.True(Principal.Service("x.example").Account.IsNone);
        Assert.True(Principal.IdentityProvider("arn:aws:iam::111122223333:saml-provider/x").Account.IsNone);
        Assert.True(Principal.CanonicalUser("c").Account.IsNone);
    }

    /// <summary>A session is known by its ARN alone: there is no other way in which one could be given.</summary>
    [Fact, Rule("EV-003")]
    public void Sessions_of_every_origin_are_role_sessions_and_session_tokens_leave_a_user_a_user()
    {
        Assert.Equal(PrincipalKind.RoleSession, Principal.Parse("arn:aws:sts::111122223333:assumed-role/Saml/alice@example.com").Kind);
        var user = new ReferenceRequest
        {
            Principal = new(CallerForm.Arn, "arn:aws:iam::111122223333:user/a"),
            Action = "s3:Get",
            Resource = "*",
            Context = [KeyValuePair.Create("aws:TokenIssueTime", SuppliedValue.Single("2026-01-01T00:00:00Z"))],
        };
        Assert.Equal(PrincipalKind.User, CompiledSide.Request(user, out _)!.Value.Principal.Kind);
    }

    [Theory, Rule("EV-005")]
    [InlineData("arn:aws:iam::111122223333:role/R", true)]
    [InlineData("arn:aws:iam::111122223333:role/p/R", true)]
    [InlineData("arn:aws:iam::111122223333:role/S", false)]
    [InlineData("arn:aws:iam::111122223333:role/r", false)]
    [InlineData("arn:aws:iam::444455556666:role/R", false)]
    [InlineData("arn:acme:iam::111122223333:role/R", false)]
    [InlineData("arn:aws:iam::111122223333:user/R", false)]
    [InlineData("R", false)]
    public void The_role_beside_a_session_must_be_its_own(string role, bool fits) =>
        Assert.Equal(fits, Accepts(new(CallerForm.Arn, "arn:aws:sts::111122223333:assumed-role/R/s", Role: role)));

    [Theory, Rule("EV-005")]
    [InlineData("arn:aws:iam::111122223333:user/p/x", true)]
    [InlineData("arn:aws:iam::444455556666:user/a", false)]
    [InlineData("arn:acme:iam::111122223333:user/a", false)]
    [InlineData("arn:aws:iam::111122223333:role/a", false)]
    [InlineData("arn:aws:iam::111122223333:root", false)]
    public void The_user_beside_a_federated_session_must_be_of_its_account(string user, bool fits) =>
        Assert.Equal(fits, Accepts(new(CallerForm.Arn, "arn:aws:sts::111122223333:federated-user/a", User: user)));

    [Theory, Rule("EV-005")]
    [InlineData("arn:aws:iam::111122223333:user/R")]
    [InlineData("arn:aws:iam::111122223333:role/R")]
    [InlineData("arn:aws:sts::111122223333:federated-user/R")]
    [InlineData("*")]
    public void A_role_stands_beside_a_role_session_only(string caller) =>
        Assert.False(Accepts(new(CallerForm.Arn, caller, Role: "arn:aws:iam::111122223333:role/R")));

    [Theory, Rule("EV-008"), Rule("PL-201")]
    [InlineData("arn:aws:iam::11112222333:user/a")]
    [InlineData("arn:aws:iam::１11122223333:user/a")]
    [InlineData("arn:aws:iam::111122223333:group/g")]
    [InlineData("arn:aws:iam::111122223333:user/")]
    [InlineData("arn:aws:iam::111122223333:user//a")]
    [InlineData("arn:aws:iam::111122223333:user/a\u0007")]
    [InlineData("arn:aws:iam:eu:111122223333:user/a")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/R")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/R/")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/p/R/s")]
    [InlineData("arn:aws:iam::111122223333:assumed-role/R/s")]
    [InlineData("arn:aws:sts::111122223333:user/a")]
    [InlineData("arn:aws:sts::111122223333:federated-user/")]
    [InlineData("alice")]
    [InlineData("")]
    public void A_principal_of_another_form_is_an_error(string text) =>
        Assert.Equal("InvalidRequestPrincipal", Error(new(CallerForm.Arn, text)));

    [Theory, Rule("EV-008")]
    [InlineData("ec2")]
    [InlineData("*.example")]
    [InlineData(".example")]
    [InlineData("x..example")]
    [InlineData("")]
    public void A_service_of_another_form_is_an_error(string name) => Assert.Equal("InvalidRequestPrincipal", Error(new(CallerForm.Service, name)));

    [Theory, Rule("EV-008"), Rule("PL-201")]
    [InlineData("s3:*")]
    [InlineData("s3:Get?")]
    [InlineData("s3:")]
    [InlineData(":Get")]
    [InlineData("s3")]
    [InlineData("s3:Get:x")]
    [InlineData("s_3:Get")]
    [InlineData("s3:Gét")]
    [InlineData("")]
    public void An_action_of_another_form_is_an_error(string action) =>
        Assert.Equal("InvalidRequestAction", Error(new(CallerForm.Arn, "*"), action));

    [Theory, Rule("PL-076"), Rule("PL-201")]
    [InlineData("b")]
    [InlineData("")]
    [InlineData("arn:aws:s3::b")]
    [InlineData("arn::s3:::b")]
    [InlineData("arn:aws::::b")]
    [InlineData("arn:aws:s3:::")]
    [InlineData("ARN:aws:s3:::b")]
    public void A_resource_of_another_form_is_an_error(string resource) =>
        Assert.Equal("InvalidRequestResource", Error(new(CallerForm.Arn, "*"), "s3:Get", resource));

    [Fact, Rule("PL-106")]
    public void Two_keys_equal_but_for_case_are_an_error() => Assert.Equal(
        "DuplicateContextKey",
        Error(new(CallerForm.Arn, "*"), context: [KeyValuePair.Create("a:b", SuppliedValue.Single("x")), KeyValuePair.Create("A:B", SuppliedValue.Single("x"))]));

    /// <summary>EV-023: what is in error has no answer, so none that allows.</summary>
    [Fact, Rule("EV-023")]
    public void A_request_in_error_is_never_made()
    {
        Assert.False(AccessRequest.TryCreate("*", "s3:*", "*", null, out var request, out var faults));
        Assert.Equal(RequestFaultCode.InvalidRequestAction, faults[0].Code);
        Assert.False(PolicyEvaluator.Evaluate(in request, default).IsAllowed);
    }

    private static bool Accepts(CallerText caller) => Error(caller) is null;

    /// <summary>What both evaluators say of a request.</summary>
    private static string? Error(
        CallerText caller, string action = "s3:Get", string resource = "*", IReadOnlyList<KeyValuePair<string, SuppliedValue>>? context = null)
    {
        var request = new ReferenceRequest { Principal = caller, Action = action, Resource = resource, Context = context ?? [] };
        CompiledSide.Request(request, out var error);
        Assert.Equal(ReferenceEvaluator.Evaluate(request, new ReferencePolicies()).Error, error);
        return error;
    }
}
