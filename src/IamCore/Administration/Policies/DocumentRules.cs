using IamCore.Errors;
using IamCore.Model;
using IamCore.Policies.Linting;

namespace IamCore.Administration.Policies;

/// <summary>Decides whether a document may be stored (ID-002, ID-219 to ID-221).</summary>
internal static class DocumentRules
{
    /// <summary>Reads and validates a document that is to be stored. This is the only place where the validator is consulted.</summary>
    /// <exception cref="IamException">
    /// <c>MalformedPolicyDocument</c> with all syntax errors, or with the findings that the host does not accept.
    /// </exception>
    public static CheckedDocument Check(AdministrationWork work, PolicyText text, PolicyType type)
    {
        var document = Read(text, type);
        var acceptance = work.Options.PolicyAcceptance;
        var findings = acceptance.Check(document);
        var refused = findings.Where(acceptance.Refuses).ToList();
        if (refused.Count > 0)
        {
            throw new IamException(
                IamErrorCode.MalformedPolicyDocument,
                $"The policy is not accepted: {refused[0].Message}",
                [.. refused.Select(f => new IamErrorDetail(f.Code, f.Path, f.ToString()))]);
        }

        return new(document, [.. findings.Where(f => !IsNameOfService(f)).Select(PolicyFinding.Of), .. type == PolicyType.Identity ? FindingsOf(document) : []]);
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="IamException"><c>MalformedPolicyDocument</c> with all syntax errors.</exception>
    public static PolicyDocument Read(PolicyText text, PolicyType type)
    {
        foreach (var c in text.ToString())
        {
            if (c is not ('\t' or '\n' or '\r' or (>= ' ' and <= '\u00FF')))
            {
                throw IamErrors.Malformed("The specified value for policyDocument is invalid. It must contain only printable ASCII characters.", "ID-221");
            }
        }

        return text.TryRead(type, out var document, out var faults)
            ? document
            : throw IamErrors.Malformed($"Syntax errors in policy: {faults[0].Message}", "ID-002", faults);
    }

    /// <summary>
    /// Whether a finding concerns the name of a service. The instance knows its services and reports unknown ones itself (ID-123).
    /// </summary>
    private static bool IsNameOfService(Finding finding) =>
        finding.Code == PolicyAcceptance.ServicePrincipalFormat && finding.Path.Contains(".Principal.Service", StringComparison.Ordinal);

    /// <summary>Returns the findings about an identity policy (ID-069).</summary>
    private static IEnumerable<PolicyFinding> FindingsOf(PolicyDocument document)
    {
        for (var i = 0; i < document.Statements.Count; i++)
        {
            var statement = document.Statements[i];
            foreach (var resource in (IEnumerable<string>)[.. statement.Resource ?? [], .. statement.NotResource ?? []])
            {
                if (HasWildcardType(resource))
                {
                    yield return new(
                        "IamResourceTypeWildcard",
                        FindingType.Warning,
                        $"\"{resource}\": the type of an IAM resource should not contain a wildcard",
                        FormattableString.Invariant($"$.Statement[{i}].Resource"));
                }
            }
        }
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
