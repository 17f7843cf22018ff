using System.Diagnostics;
using IamCore.Policies.Linting;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;
using IamCore.Policies.Parsing;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Validation;

/// <summary>
/// Reports what the parser refuses, under AWS's codes (VA-950). Each is an error, whatever the rule's usual type, and carries the parser's
/// own code.
/// </summary>
internal static class ParserFaults
{
    /// <summary>The name of the argument with the parser's code.</summary>
    public const string CodeArgument = "parserCode";

    /// <summary>The fault that makes the text no JSON document, if any: then there is no other (PL-009).</summary>
    public static PolicyFault? FindJsonError(ValueList<PolicyFault> faults)
    {
        var first = faults[0];
        return first.Code is PolicyFaultCode.InvalidJson or PolicyFaultCode.DocumentTooLarge or PolicyFaultCode.NestingTooDeep
            || (first.Code == PolicyFaultCode.InvalidType && first.Path == JsonPath.Root)
            ? first : null;
    }

    /// <summary>Reports all faults and marks the nodes they are about.</summary>
    public static void Report(LintRun run, ValueList<PolicyFault> faults, SourceText text)
    {
        foreach (var fault in faults)
        {
            var place = Find(run.Tree, text.PositionOf(fault.Line - 1, fault.Column - 1), fault.Code);
            if (place.Part == PlacePart.Name && IsHidden(fault.Code))
            {
                run.Faults.AddName(place.Node);
            }
            else if (place.Part == PlacePart.Value)
            {
                run.Faults.AddValue(place.Node);
            }

            var draft = Draft(run, fault, place).With(CodeArgument, fault.Code.ToString());
            draft.Type = FindingType.Error;
        }
    }

    /// <summary>Whether nothing is looked at inside the member (PL-205); two members that exclude one another are both looked at.</summary>
    private static bool IsHidden(PolicyFaultCode code) =>
        code is not (PolicyFaultCode.UnsupportedElementCombination or PolicyFaultCode.NotPrincipalWithAllow);

    private static Place Find(SourceTree tree, int position, PolicyFaultCode code)
    {
        int low = 0, high = tree.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (FirstOf(tree, middle) <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        if (tree[low].NameStart == position)
        {
            return Place.Name(low);
        }

        var isMissing = code is PolicyFaultCode.MissingStatement or PolicyFaultCode.MissingVersion or PolicyFaultCode.MissingEffect
            or PolicyFaultCode.MissingAction or PolicyFaultCode.MissingResource or PolicyFaultCode.MissingPrincipal;
        return isMissing ? Place.Opening(low) : Place.Value(low);
    }

    private static int FirstOf(SourceTree tree, int node) => tree[node].NameStart >= 0 ? tree[node].NameStart : tree[node].Start;

    private static Draft Draft(LintRun run, PolicyFault fault, Place place)
    {
        var tree = run.Tree;
        var value = tree.TextOf(place.Node);
        var name = tree.NameOf(place.Node);
        switch (fault.Code)
        {
            case PolicyFaultCode.InvalidType:
                var (element, expected) = TypeOf(fault.Message);
                return run.Report(Errors.DataTypeMismatch, place, ("element", element), ("data_type", expected));
            case PolicyFaultCode.UnknownElement:
                return run.Report(Errors.InvalidPolicyElement, place, ("element", name))
                    .With("suggestion", run.Suggest(name, tree[place.Node].Parent == 0 ? DocumentElements : StatementElements));
            case PolicyFaultCode.ElementNotAllowed:
                return run.Report(NotAllowed(run.Type, name), place, ("element", name), ("policy_type", PolicyTypeText.Of(run.Type)));
            case PolicyFaultCode.DuplicateKey:
                return run.Report(Errors.DuplicateKeysWithDifferentCase, place, ("key", name));
            case PolicyFaultCode.UnsupportedElementCombination:
                var opposite = name.StartsWith("Not", StringComparison.Ordinal) ? name["Not".Length..] : "Not" + name;
                return run.Report(Errors.UnsupportedElementCombination, place, ("element1", opposite), ("element2", name));
            case PolicyFaultCode.InvalidVersion:
                var versions = Elements.IsControl(run.Type) ? PolicyDocument.Version2012 : $"{PolicyDocument.Version2012}, {PolicyDocument.Version2008}";
                return run.Report(Errors.InvalidVersion, place, ("version", value), ("versions", versions));
            case PolicyFaultCode.InvalidEffect:
                return run.Report(Errors.InvalidEffect, place, ("effect", value))
                    .With("suggestion", run.Suggest(value, ["Allow", "Deny"]));
            case PolicyFaultCode.InvalidSid:
                return run.Report(Errors.UnsupportedSid, place, ("sid", value));
            case PolicyFaultCode.DuplicateSid:
                return run.Report(run.IsResourceLike ? Warnings.UniqueSidsRecommended : Errors.UniqueSidsRequired, place, ("sid", value));
            case PolicyFaultCode.InvalidPrincipalKey:
                return run.Report(Errors.InvalidPrincipalKey, place, ("principal-key", name))
                    .With("suggestion", run.Suggest(name, ["AWS", "CanonicalUser", "Federated", "Service"]));
            case PolicyFaultCode.UnsupportedWildcardInPrincipal:
                return run.Report(Errors.UnsupportedWildcardInPrincipal, place, ("principal", value), ("principal_key", MemberName(tree, place.Node)));
            case PolicyFaultCode.InvalidPrincipalFormat:
                return run.Report(PrincipalRule(run.Type, tree, place.Node), place, ("principal", value));
            case PolicyFaultCode.InvalidServicePrincipal:
                return run.Report(
                    Errors.InvalidServicePrincipalFormat, place, ("principal", value), ("expectedFormat", ServicePrincipalForm.Expected));
            case PolicyFaultCode.EmptyList:
                return run.Report(EmptyRule(tree, place.Node), place, ("element", MemberName(tree, place.Node)));
            case PolicyFaultCode.InvalidAction:
                return run.Report(Errors.InvalidAction, place, ("action", value));
            case PolicyFaultCode.InvalidConditionOperator:
                return run.Report(Errors.InvalidConditionOperator, place, ("operator", name)).With("suggestion", run.Suggest(name, OperatorNames));
            case PolicyFaultCode.InvalidConditionKey:
                return run.Report(Errors.InvalidConditionKeyFormat, place, ("key", name));
            case PolicyFaultCode.InvalidConditionValue:
                return ConditionValue(run, place, value);
            case PolicyFaultCode.InvalidResourceArn:
                return Arn(run, place, value);
            case PolicyFaultCode.InvalidVariableForOperator:
                return run.Report(Errors.InvalidVariableForOperator, place, ("operator", OperatorOf(tree, place.Node)));
            case PolicyFaultCode.VariableUnsupportedInElement:
                return Variable(run, place, value);
            default:
                return run.Report(PlainRule(fault.Code), place, ("value", value));
        }
    }

    private static string[] DocumentElements { get; } = ["Version", "Id", "Statement"];

    private static string[] StatementElements { get; } =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    private static string[] OperatorNames { get; } = [.. Enum.GetNames<Comparison>(), .. Enum.GetNames<Comparison>().Select(n => n + "IfExists")];

    /// <summary>Rules whose message needs nothing but the value, if that.</summary>
    private static FindingRule PlainRule(PolicyFaultCode code) => code switch
    {
        PolicyFaultCode.MissingStatement => Errors.MissingStatement,
        PolicyFaultCode.MissingVersion => Warnings.MissingVersion,
        PolicyFaultCode.MissingEffect => Errors.MissingEffect,
        PolicyFaultCode.MissingAction => Errors.MissingAction,
        PolicyFaultCode.MissingResource => Errors.MissingResource,
        PolicyFaultCode.MissingPrincipal => Errors.MissingPrincipal,
        PolicyFaultCode.EffectNotAllowed => Errors.RcpSyntaxErrorAllow,
        PolicyFaultCode.NotPrincipalWithAllow => SecurityWarnings.AllowWithNotPrincipal,
        PolicyFaultCode.WildcardInServicePrefix or PolicyFaultCode.WildcardInServiceSegment => Suggestions.WildcardInServiceName,
        PolicyFaultCode.NullWithIfExists => Errors.NullWithIfExists,
        PolicyFaultCode.MissingBraceInVariable => Errors.MissingBraceInVariable,
        PolicyFaultCode.EmptyVariable => Errors.EmptyVariable,
        PolicyFaultCode.UnsupportedSpaceInVariable => Errors.UnsupportedSpaceInVariable,
        PolicyFaultCode.MissingQuoteInVariable => Errors.MissingQuoteInVariable,
        PolicyFaultCode.InvalidVariable => OwnRules.InvalidVariable,
        _ => throw new UnreachableException($"The parser's code {code} has no rule"),
    };

    private static FindingRule NotAllowed(PolicyType type, string element) => (type, element) switch
    {
        (PolicyType.ServiceControl, "Principal" or "NotPrincipal") => Errors.ScpSyntaxErrorPrincipal,
        (PolicyType.ResourceControl, "NotPrincipal") => Errors.RcpSyntaxErrorPrincipal,
        (PolicyType.ResourceControl, "NotAction") => Errors.RcpSyntaxErrorNotaction,
        (PolicyType.Trust, "NotPrincipal") => Errors.RoleTrustPolicySyntaxErrorNotprincipal,
        (PolicyType.Trust, "Resource" or "NotResource") => Errors.RoleTrustPolicySyntaxErrorResource,
        (_, "Principal" or "NotPrincipal") => Errors.UnsupportedPrincipal,
        _ => Errors.InvalidPolicyElement,
    };

    private static FindingRule PrincipalRule(PolicyType type, SourceTree tree, int node)
    {
        if (type == PolicyType.ResourceControl)
        {
            return Errors.RcpSyntaxErrorPrincipal;
        }

        return type == PolicyType.Trust && MemberName(tree, node) == "Federated"
            ? Errors.InvalidFederatedPrincipalSyntaxInRoleTrustPolicy
            : Errors.InvalidPrincipalFormat;
    }

    private static FindingRule EmptyRule(SourceTree tree, int node) => MemberName(tree, node) switch
    {
        "NotAction" or "Action" => Suggestions.EmptyArrayAction,
        "NotResource" or "Resource" => Suggestions.EmptyArrayResource,
        _ => Suggestions.EmptyArrayPrincipal,
    };

    private static Draft Arn(LintRun run, Place place, string value) =>
        value.StartsWith("arn:", StringComparison.Ordinal)
            ? run.Report(Errors.MissingArnField, place, ("value", value), ("fields", "6"))
            : run.Report(Errors.InvalidArnPrefix, place, ("value", value));

    private static Draft Variable(LintRun run, Place place, string value)
    {
        if (!TextForms.TryFindVariable(value, out var start, out var length))
        {
            start = value.IndexOf(VariableText.Opening, StringComparison.Ordinal);
            length = value.Length - start;
        }

        var draft = run.Report(
            Errors.VariableUnsupportedInElement, Place.Substring(place.Node, start, length), ("variable", value.Substring(start, length)));
        return draft;
    }

    private static Draft ConditionValue(LintRun run, Place place, string value)
    {
        var name = OperatorOf(run.Tree, place.Node);
        _ = ConditionOperator.TryParse(name, out var known);
        if (known.Family == OperatorFamily.Arn)
        {
            return Arn(run, place, value);
        }

        var rule = known.Family switch
        {
            OperatorFamily.Numeric => Warnings.TypeMismatchNumber,
            OperatorFamily.Date => Warnings.TypeMismatchDate,
            OperatorFamily.Binary => Warnings.TypeMismatchString,
            OperatorFamily.Ip => Errors.TypeMismatchIpRange,
            OperatorFamily.Boolean or OperatorFamily.Presence => Warnings.TypeMismatchBoolean,
            _ => throw new UnreachableException($"The family {known.Family} has no rule"),
        };
        return run.Report(rule, place, ("value", value), ("operator", name));
    }

    /// <summary>The name of the member a value stands under, in a list or by itself.</summary>
    private static string MemberName(SourceTree tree, int node) => tree.NameOf(tree[node].NameStart >= 0 ? node : tree[node].Parent);

    /// <summary>The operator that a value or a key stands under.</summary>
    private static string OperatorOf(SourceTree tree, int node)
    {
        var key = tree[node].NameStart >= 0 ? node : tree[node].Parent;
        return tree.NameOf(tree[key].Parent);
    }

    /// <summary>Takes <c>{element} must be {expected}, not {actual}</c> apart (PL-200).</summary>
    private static (string Element, string Expected) TypeOf(string message)
    {
        const string Must = " must be ";
        var must = message.IndexOf(Must, StringComparison.Ordinal);
        var not = message.LastIndexOf(", not ", StringComparison.Ordinal);
        return must < 0 || not < must ? ("The value", message) : (message[..must], message[(must + Must.Length)..not]);
    }
}
