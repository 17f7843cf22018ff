using System.Text;
using System.Text.Json;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Parsing;

/// <content>Entries of actions and resources, one or a list of them (PL-003).</content>
internal ref partial struct DocumentParser
{
    private static readonly ValueList<string> Star = ["*"];

    /// <summary>The entries; null where any is at fault.</summary>
    private ValueList<string>? ReadEntries(Element element)
    {
        if (IsStar())
        {
            return Star;
        }

        var faultsBefore = FaultCount;
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                AddEntry(element, NoIndex);
                break;
            case JsonTokenType.StartArray:
                ReadEntryList(element);
                break;
            default:
                FaultType(Elements.Name(element), "a string or an array of strings", ElementPath(element));
                Skip();
                break;
        }

        var entries = _strings.TakeAll();
        return FaultCount == faultsBefore ? entries : null;
    }

    private void ReadEntryList(Element element)
    {
        var start = Offset;
        var index = 0;
        for (; AdvanceToItem(); index++)
        {
            if (_reader.TokenType == JsonTokenType.String)
            {
                AddEntry(element, index);
                continue;
            }

            FaultType($"An entry of {Elements.Name(element)}", "a string", ElementPath(element), index);
            Skip();
        }

        if (index == 0 && element is Element.NotAction or Element.NotResource)
        {
            Fault(PolicyFaultCode.EmptyList, start, $"{Elements.Name(element)} must not be empty", ElementPath(element));
        }
    }

    private void AddEntry(Element element, int index) =>
        _strings.Add(element is Element.Action or Element.NotAction ? ReadAction(element, index) : ReadResource(element, index));

    private string ReadAction(Element element, int index)
    {
        if (IsPlain && SharedText.Actions.Find(_reader.ValueSpan) is { } known)
        {
            return known;
        }

        var entry = Text();
        if (ActionForm.TryFindFault(entry, out var code))
        {
            // The braces of a variable are none of an action's characters, so there is one only where there is a fault anyway.
            FaultForm(UseIn(entry) == VariableUse.Variables ? PolicyFaultCode.VariableUnsupportedInElement : code, entry, element, index);
        }
        else if (IsPlain)
        {
            SharedText.Actions.Keep(_reader.ValueSpan, entry);
        }

        return entry;
    }

    /// <summary>A resource; statements of one document often name the same, which is then one string.</summary>
    private string ReadResource(Element element, int index)
    {
        if (IsPlain && _lastResource is { } last && Ascii.Equals(_reader.ValueSpan, last))
        {
            return last;
        }

        var entry = Text();
        if (ResourceForm.TryFindFault(entry, UseIn(entry), out var code))
        {
            FaultForm(code, entry, element, index);
        }
        else
        {
            _lastResource = entry;
        }

        return entry;
    }

    private void FaultForm(PolicyFaultCode code, string entry, Element element, int index) =>
        FaultItem(code, FaultMessage.Form(code, entry, Elements.Name(element)), ElementPath(element), index);

    /// <summary>What <c>${</c> in a text is; <see cref="VariableUse.None"/> also where there is none.</summary>
    private VariableUse UseIn(string text) => _mayUseVariables && VariableText.HasVariable(text) ? Use() : VariableUse.None;

    private readonly bool IsStar() => _reader.TokenType == JsonTokenType.String && _reader.ValueSpan is [(byte)'*'];
}
