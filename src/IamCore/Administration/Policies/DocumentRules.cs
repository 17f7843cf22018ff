using IamCore.Errors;

namespace IamCore.Administration;

/// <summary>When a document is fit to be stored (ID-002, ID-219 to ID-221).</summary>
internal static class DocumentRules
{
    /// <summary>Reads a document.</summary>
    /// <exception cref="IamException"><c>MalformedPolicyDocument</c> with all its faults.</exception>
    public static PolicyDocument Read(PolicyText text, PolicyType type)
    {
        foreach (var c in text.ToString())
        {
            if (c is not ('\t' or '\n' or '\r' or (>= ' ' and <= '\u00FF')))
            {
                throw Refusals.Malformed("The specified value for policyDocument is invalid. It must contain only printable ASCII characters.", "ID-221");
            }
        }

        return text.TryRead(type, out var document, out var faults)
            ? document
            : throw Refusals.Malformed($"Syntax errors in policy: {faults[0].Message}", "ID-002", faults);
    }

    /// <summary>What is doubtful about an identity policy (ID-069).</summary>
    public static ValueList<PolicyFinding> FindingsOf(PolicyDocument document)
    {
        var findings = new List<PolicyFinding>();
        for (var i = 0; i < document.Statements.Count; i++)
        {
            var statement = document.Statements[i];
            foreach (var resource in (IEnumerable<string>)[.. statement.Resource ?? [], .. statement.NotResource ?? []])
            {
                if (HasWildcardType(resource))
                {
                    findings.Add(new(
                        "IamResourceTypeWildcard",
                        $"\"{resource}\": the type of an IAM resource should not contain a wildcard",
                        FormattableString.Invariant($"$.Statement[{i}].Resource")));
                }
            }
        }

        return [.. findings];
    }

    private static bool HasWildcardType(string resource)
    {
        if (!Arn.TryParse(resource, out var arn) || arn.Service is not "iam" || arn.Resource is "*")
        {
            return false;
        }

        var slash = arn.Resource.IndexOf('/');
        return slash > 0 && arn.Resource[..slash].ContainsAny('*', '?');
    }
}
