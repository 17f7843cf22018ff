using System.Text.Json;
using IamCore.Policies.Documents;

namespace IamCore.Policies.Parsing;

/// <content>Statements (section 4).</content>
internal ref partial struct DocumentParser
{
    /// <summary>Made when first asked for: most statements have no error.</summary>
    private string StatementPath()
    {
        if (_statementPath is null)
        {
            var statements = JsonPath.Member(_root, "Statement");
            _statementPath = _statementIndex < 0 ? statements : JsonPath.Item(statements, _statementIndex);
        }

        return _statementPath;
    }

    private string ElementPath(Element element) =>
        JsonPath.Member(element <= Element.Statement ? _root : StatementPath(), Elements.Name(element));

    /// <summary>Reads a statement from its opening brace on.</summary>
    private Statement ReadStatement(int index)
    {
        _statementIndex = index;
        _statementPath = null;
        var parts = default(StatementParts);
        parts.Start = Offset;
        while (AdvanceToMember())
        {
            var element = Elements.OfStatement(Name());
            if (element == Element.None)
            {
                FaultUnknownElement(inStatement: true);
                continue;
            }

            if (!_allowed.Contains(element))
            {
                parts.Forbidden.Add(element);
                FaultNotAllowed(element);
                continue;
            }

            if (!parts.Seen.Add(element))
            {
                FaultRepeated(element);
                Advance();
                var repeated = default(StatementParts);
                ReadPart(element, ref repeated);
                continue;
            }

            if (parts.Seen.Contains(Elements.Opposite(element)))
            {
                FaultCombination(element);
            }

            if (element == Element.NotPrincipal)
            {
                parts.NotPrincipalName = Offset;
            }

            Advance();
            ReadPart(element, ref parts);
        }

        CheckStatement(in parts);
        return new Statement
        {
            Sid = parts.Sid,
            Effect = parts.Effect ?? Effect.Deny,
            Principal = parts.Principal,
            NotPrincipal = parts.NotPrincipal,
            Action = parts.Action,
            NotAction = parts.NotAction,
            Resource = parts.Resource,
            NotResource = parts.NotResource,
            Condition = parts.Condition,
        };
    }

    private void ReadPart(Element element, ref StatementParts parts)
    {
        switch (element)
        {
            case Element.Sid:
                parts.Sid = ReadSid(isFirst: parts.Seen.Contains(Element.Sid));
                break;
            case Element.Effect:
                parts.EffectValue = Offset;
                parts.Effect = ReadEffect();
                break;
            case Element.Principal:
                parts.Principal = ReadPrincipal(element);
                break;
            case Element.NotPrincipal:
                parts.NotPrincipal = ReadPrincipal(element);
                break;
            case Element.Action:
                parts.Action = ReadEntries(element);
                break;
            case Element.NotAction:
                parts.NotAction = ReadEntries(element);
                break;
            case Element.Resource:
                parts.Resource = ReadEntries(element);
                break;
            case Element.NotResource:
                parts.NotResource = ReadEntries(element);
                break;
            default:
                parts.Condition = ReadCondition();
                break;
        }
    }

    private string? ReadSid(bool isFirst)
    {
        var sid = ReadString(Element.Sid);
        if (string.IsNullOrEmpty(sid))
        {
            return sid;
        }

        if (!SidForm.IsValid(_type, sid))
        {
            FaultSid(sid);
        }
        else if (isFirst && !_sids.Add(sid))
        {
            FaultHere(PolicyFaultCode.DuplicateSid, $"Sid \"{sid}\" is used by more than one statement", ElementPath(Element.Sid));
        }

        return sid;
    }

    private void FaultSid(string sid)
    {
        var rule = SidForm.IsNarrow(_type) ? "may contain only A-Z, a-z and 0-9" : "must not contain control characters";
        FaultHere(PolicyFaultCode.InvalidSid, $"Sid \"{sid}\" {rule}", ElementPath(Element.Sid));
    }

    private Effect? ReadEffect()
    {
        if (_reader.TokenType == JsonTokenType.String && !_reader.ValueIsEscaped)
        {
            if (_reader.ValueSpan.SequenceEqual("Allow"u8))
            {
                return Effect.Allow;
            }

            if (_reader.ValueSpan.SequenceEqual("Deny"u8))
            {
                return Effect.Deny;
            }
        }

        switch (ReadString(Element.Effect))
        {
            case null:
                return null;
            case "Allow":
                return Effect.Allow;
            case "Deny":
                return Effect.Deny;
            case var other:
                FaultHere(PolicyFaultCode.InvalidEffect, $"Effect must be \"Allow\" or \"Deny\", not \"{other}\"", ElementPath(Element.Effect));
                return null;
        }
    }

    private void FaultCombination(Element later)
    {
        var (first, second) = later < Elements.Opposite(later) ? (later, Elements.Opposite(later)) : (Elements.Opposite(later), later);
        FaultHere(
            PolicyFaultCode.UnsupportedElementCombination,
            $"{Elements.Name(first)} and {Elements.Name(second)} cannot be used in one statement",
            ElementPath(later));
    }

    /// <summary>What is wrong with the statement as a whole (PL-010, PL-058).</summary>
    private void CheckStatement(in StatementParts parts)
    {
        if (!parts.Has(Element.Effect))
        {
            FaultMissing(PolicyFaultCode.MissingEffect, parts.Start, "The statement has no Effect");
        }

        if (!parts.Has(Element.Action) && !parts.Has(Element.NotAction))
        {
            FaultMissing(PolicyFaultCode.MissingAction, parts.Start, "The statement has neither Action nor NotAction");
        }

        if (Elements.NeedsResource(_type) && !parts.Has(Element.Resource) && !parts.Has(Element.NotResource))
        {
            FaultMissing(PolicyFaultCode.MissingResource, parts.Start, "The statement has neither Resource nor NotResource");
        }

        if (Elements.TakesPrincipal(_type) && !parts.Has(Element.Principal) && !parts.Has(Element.NotPrincipal))
        {
            FaultMissing(PolicyFaultCode.MissingPrincipal, parts.Start, "The statement has neither Principal nor NotPrincipal");
        }

        if (parts.Effect != Effect.Allow)
        {
            return;
        }

        if (parts.Seen.Contains(Element.NotPrincipal))
        {
            Fault(
                PolicyFaultCode.NotPrincipalWithAllow, parts.NotPrincipalName, "NotPrincipal cannot be used with Effect Allow", ElementPath(Element.NotPrincipal));
        }

        if (_type == PolicyType.ResourceControl && parts.IsCertainlyNotFullAccess)
        {
            Fault(
                PolicyFaultCode.EffectNotAllowed, parts.EffectValue, $"Effect Allow is not allowed in a {_type.Spelling()} policy", ElementPath(Element.Effect));
        }
    }

    private void FaultMissing(PolicyFaultCode code, int start, string message) => Fault(code, start, message, StatementPath());

    /// <summary>What was read of a statement; a value at fault is null.</summary>
    private struct StatementParts
    {
        /// <summary>Where the statement, the name NotPrincipal and the value of Effect stand.</summary>
        public int Start, NotPrincipalName, EffectValue;

        public ElementSet Seen, Forbidden;
        public string? Sid;
        public Effect? Effect;
        public PrincipalElement? Principal, NotPrincipal;
        public ValueList<string>? Action, NotAction, Resource, NotResource;
        public ValueList<ConditionBlock>? Condition;

        /// <summary>Whether some part without error keeps it from being the statement that allows everything (PL-010, note 6).</summary>
        public readonly bool IsCertainlyNotFullAccess =>
            Seen.Contains(Element.Condition) || Seen.Contains(Element.NotResource)
            || (Action is not null && !(Action.Count == 1 && ActionForm.IsEverything(Action[0])))
            || (Resource is not null && !(Resource.Count == 1 && Resource[0] == "*"));

        /// <summary>Whether the member stands there, be it forbidden (PL-205).</summary>
        public readonly bool Has(Element element) => Seen.Contains(element) || Forbidden.Contains(element);
    }
}
