using System.Text;
using System.Text.Json;

namespace IamCore.Policies.Parsing;

/// <content>Conditions (section 8).</content>
internal ref partial struct DocumentParser
{
    private const int LongestOperatorName = 64;

    private ValueList<ConditionBlock>? ReadCondition()
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            FaultType("Condition", "an object", ElementPath(Element.Condition));
            Skip();
            return null;
        }

        while (AdvanceToMember())
        {
            if (TryReadOperator(out var op))
            {
                Advance();
                _blocks.Add(new ConditionBlock(op, ReadKeys(op)));
            }
        }

        return _blocks.TakeAll();
    }

    /// <summary>Reads the operator's name; where there is none of that name, its values are passed over (PL-205).</summary>
    private bool TryReadOperator(out ConditionOperator op)
    {
        _operatorName = _reader.ValueSpan;
        _operatorIsEscaped = _reader.ValueIsEscaped;
        if (!TryParseOperator(out op))
        {
            var name = Text();
            FaultHere(PolicyFaultCode.InvalidConditionOperator, $"Unknown condition operator \"{name}\"", OperatorPath());
            Skip();
            return false;
        }

        if (op is { IfExists: true, Row.TakesIfExists: false })
        {
            FaultHere(PolicyFaultCode.NullWithIfExists, $"{op.Comparison} cannot take IfExists", OperatorPath());
            return true;
        }

        foreach (var earlier in _blocks.AsSpan())
        {
            if (earlier.Operator == op)
            {
                FaultRepeated(Text(), OperatorPath());
                break;
            }
        }

        return true;
    }

    private bool TryParseOperator(out ConditionOperator op)
    {
        if (_operatorIsEscaped)
        {
            return ConditionOperator.TryParse(Text(), out op);
        }

        op = default;
        if (_operatorName.Length > LongestOperatorName)
        {
            return false;
        }

        Span<char> name = stackalloc char[LongestOperatorName];
        return ConditionOperator.TryParse(name[..Encoding.UTF8.GetChars(_operatorName, name)], out op);
    }

    private ValueList<ConditionEntry> ReadKeys(ConditionOperator op)
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            FaultType(op.ToString(), "an object", OperatorPath());
            Skip();
            return ValueList<ConditionEntry>.Empty;
        }

        _keys.Clear();
        while (AdvanceToMember())
        {
            _key = RepeatedText(SharedText.Conditions);
            _keyPath = null;
            if (!ConditionForm.IsKey(_key))
            {
                FaultHere(PolicyFaultCode.InvalidConditionKey, $"\"{_key}\" is not a condition key", KeyPath());
            }
            else if (!_keys.Add(_key))
            {
                FaultRepeated(_key, KeyPath());
            }

            Advance();
            var key = _key;
            _entries.Add(new ConditionEntry(key, ReadValues(op)));
        }

        return _entries.TakeAll();
    }

    private ValueList<string> ReadValues(ConditionOperator op)
    {
        if (IsValue())
        {
            AddValue(op, NoIndex);
        }
        else if (_reader.TokenType == JsonTokenType.StartArray)
        {
            for (var index = 0; AdvanceToItem(); index++)
            {
                if (IsValue())
                {
                    AddValue(op, index);
                    continue;
                }

                FaultType("A condition value", "a string, number or boolean", KeyPath(), index);
                Skip();
            }
        }
        else
        {
            FaultType("A condition value", "a string, number or boolean, or an array of them", KeyPath());
            Skip();
        }

        return _strings.TakeAll();
    }

    private readonly bool IsValue() =>
        _reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False;

    private void AddValue(ConditionOperator op, int index)
    {
        var value = ScalarText();
        if (ConditionForm.TryFindFault(op, value, UseIn(value), out var code))
        {
            var message = code == PolicyFaultCode.InvalidConditionValue
                ? $"\"{value}\" is not a valid value for {op}: expected {op.Row.Form.Description}"
                : FaultMessage.Form(code, value, op.ToString());
            FaultItem(code, message, KeyPath(), index);
        }

        _strings.Add(value);
    }

    private string OperatorPath() =>
        JsonPath.Member(ElementPath(Element.Condition), _operatorIsEscaped ? Decode(_operatorName) : Encoding.UTF8.GetString(_operatorName));

    private string KeyPath() => _keyPath ??= JsonPath.Member(OperatorPath(), _key);
}
