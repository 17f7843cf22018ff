using System.Diagnostics.CodeAnalysis;
using IamCore.Policies;

namespace Embedded;

/// <summary>The fifteen lines of the README.</summary>
internal static class Quickstart
{
    [SuppressMessage("Globalization", "CA1303", Justification = "A sample prints to the console")]
    public static void Run()
    {
        // README begins
        var policy = PolicyDocument.Parse(
            """
            { "Version": "2012-10-17",
              "Statement": { "Sid": "OwnDrafts", "Effect": "Allow", "Action": "docs:*Document",
                "Resource": "arn:app:docs::123456789012:draft/${aws:username}/*" } }
            """, PolicyType.Identity);
        var policies = new ApplicablePolicies { Identity = [PolicySet.Compile(policy)] };

        var alice = Principal.Parse("arn:aws:iam::123456789012:user/alice");
        var action = ActionName.Parse("docs:ReadDocument");
        var draft = ResourceName.Parse("arn:app:docs::123456789012:draft/bob/plan");

        var decision = PolicyEvaluator.Evaluate(new AccessRequest(alice, action, draft), policies);
        Console.WriteLine($"{decision.Decision}, {decision.DeniedBy}");   // ImplicitDeny, Identity: the draft is bob's
        // README ends
    }
}
