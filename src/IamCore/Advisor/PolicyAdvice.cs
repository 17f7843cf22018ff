using IamCore.Callers;
using IamCore.Model;

namespace IamCore.Advisor;

/// <summary>Checks the policies of users (ID-273, ST-075).</summary>
internal static class PolicyAdvice
{
    public static IEnumerable<AdvisorFinding> OfUsers(AdvisorFacts facts)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var identity in (IEnumerable<IamEntity>)[.. facts.Users, .. facts.Roles])
        {
            foreach (var policy in (IEnumerable<InlinePolicy>)identity.InlinePolicies)
            {
                var text = policy.Document.ToString();
                if (!owners.TryAdd(text, $"{policy.Name} of {identity.Name}"))
                {
                    yield return AdvisorFacts.Find(
                        AdvisorCheck.DuplicateInlinePolicy, AdvisorSeverity.Low, identity.Arn, $"The inline policy {policy.Name} has the same content as {owners[text]}; make it a managed policy");
                }

                if (policy.Document.TryRead(PolicyType.Identity, out var document, out _) && ReliesOnSamlSubject(document))
                {
                    yield return AdvisorFacts.Find(
                        AdvisorCheck.TransientSamlSubject, AdvisorSeverity.Medium, identity.Arn, $"The policy {policy.Name} uses saml:sub without testing saml:sub_type", "ST-075");
                }
            }
        }

        foreach (var user in facts.Users)
        {
            foreach (var finding in OfUser(facts, user))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<AdvisorFinding> OfUser(AdvisorFacts facts, IamUser user)
    {
        foreach (var policy in (IEnumerable<InlinePolicy>)user.InlinePolicies)
        {
            yield return Direct(user, policy.Name);
            if (policy.Document.TryRead(PolicyType.Identity, out var document, out _) && AllowsEverything(document))
            {
                yield return Full(user, policy.Name);
            }
        }

        foreach (var key in (IEnumerable<ObjectKey>)user.AttachedPolicies)
        {
            yield return Direct(user, key.Id);
            if (facts.Work.Options.PredefinedPolicies.Find(key) is { Type: PolicyType.Identity } predefined
                && AllowsEverything(PolicySets.Read(PolicyType.Identity, predefined.TextIn(facts.Account.Partition).ToString())))
            {
                yield return Full(user, predefined.Name);
            }
        }
    }

    private static AdvisorFinding Direct(IamUser user, string policy) => AdvisorFacts.Find(
        AdvisorCheck.DirectAttachment, AdvisorSeverity.Low, user.Arn, $"The policy {policy} is attached to the user; attach policies to groups");

    private static AdvisorFinding Full(IamUser user, string policy) => AdvisorFacts.Find(
        AdvisorCheck.FullAdministrator, AdvisorSeverity.High, user.Arn, $"The policy {policy} allows the user everything");

    private static bool AllowsEverything(PolicyDocument document) => ((IEnumerable<Statement>)document.Statements).Any(statement =>
        statement is { Effect: Effect.Allow, Condition: null or { Count: 0 }, Action: { } actions, Resource: { } resources } && actions.Contains("*") && resources.Contains("*"));

    private static bool ReliesOnSamlSubject(PolicyDocument document)
    {
        var text = document.ToJson();
        return text.Contains("${saml:sub}", StringComparison.OrdinalIgnoreCase) && !text.Contains("saml:sub_type", StringComparison.OrdinalIgnoreCase);
    }
}
